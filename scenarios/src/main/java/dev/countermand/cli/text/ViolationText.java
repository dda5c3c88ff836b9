package dev.countermand.cli.text;

import dev.countermand.loop.trace.Violation;

/** A violation in one line. */
public final class ViolationText {
    private ViolationText() {}

    /** What rule was broken, how, and when. */
    public static String of(Violation violation) {
        return violation.kind().label() + ": " + violation.message() + " (step "
                + violation.step() + ", at " + Columns.seconds(violation.nanos()) + " s)";
    }

    static String of(Violation.Waiting waiting) {
        return waiting.task() + " waits for " + waiting.on()
                + (waiting.where() == null ? "" : " at " + waiting.where());
    }
}
