package dev.countermand.cli.text;

import dev.countermand.cli.explore.Replay;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a replay.
 *
 * @param code whether the runs are the same, and what was reproduced
 * @param text for people, each line ended
 */
public record ReplayText(ExitCode code, String text) {

    /** Compares a replay with what was recorded. */
    public static ReplayText of(TraceDocument recorded, Replay replay) {
        ReplayComparison comparison = ReplayComparison.of(recorded, replay.as(recorded));
        if (comparison instanceof ReplayComparison.Different different
                && !(replay instanceof Replay.Stopped && isMereEnd(different))) {
            return diverged(different.part().label() + " " + different.position()
                    + ", step " + different.step(), different.recorded(), different.happened());
        }
        if (replay instanceof Replay.Stopped stopped) {
            return diverged("choice " + stopped.difference().position(),
                    stopped.difference().recorded(), stopped.difference().happened());
        }
        return same(recorded);
    }

    /** Whether the replay only has no more events: it was stopped at a choice, which says why. */
    private static boolean isMereEnd(ReplayComparison.Different different) {
        return different.happened() == null;
    }

    private static ReplayText same(TraceDocument recorded) {
        List<Violation> violations = recorded.verdict().violations();
        StringBuilder out = new StringBuilder("same run: ")
                .append(Columns.count(recorded.events().size(), "event")).append(", ")
                .append(Columns.count(recorded.choices().size(), "choice")).append("; ")
                .append(violations.isEmpty() ? "no violation" : "violation reproduced")
                .append('\n');
        for (Violation violation : violations) {
            out.append(FailureReport.headline(violation)).append('\n');
        }
        return new ReplayText(
                violations.isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATION, out.toString());
    }

    /** Both sides are shown whole and one above the other: the difference may be in one letter. */
    private static ReplayText diverged(
            String place, @Nullable String recorded, @Nullable String happened) {
        return new ReplayText(ExitCode.DIVERGED,
                "another run: the first difference is at " + place + '\n'
                        + "  recorded  " + side(recorded) + '\n'
                        + "  now       " + side(happened) + '\n');
    }

    private static String side(@Nullable String side) {
        return side == null ? "nothing further" : UserError.oneLine(side);
    }
}
