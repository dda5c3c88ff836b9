package dev.countermand.cli.text;

import dev.countermand.cli.explore.Replay;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureReport;
import java.util.List;

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
        if (replay instanceof Replay.Stopped stopped) {
            // An event that differs before the run was stopped is the better explanation.
            boolean isEarlier = comparison instanceof ReplayComparison.Different different
                    && different.part() == ReplayComparison.Part.EVENT
                    && different.happened() != null;
            return diverged(isEarlier
                    ? comparison.text()
                    : "the replay differs at " + stopped.difference().getMessage());
        }
        if (comparison instanceof ReplayComparison.Same same) {
            return same(same, recorded.verdict().violations());
        }
        return diverged(comparison.text());
    }

    private static ReplayText same(ReplayComparison.Same same, List<Violation> violations) {
        StringBuilder out = new StringBuilder("same run: ")
                .append(Columns.count(same.events(), "event")).append(", ")
                .append(Columns.count(same.choices(), "choice")).append("; ")
                .append(violations.isEmpty() ? "no violation" : "violation reproduced")
                .append('\n');
        for (Violation violation : violations) {
            out.append(FailureReport.headline(violation)).append('\n');
        }
        return new ReplayText(
                violations.isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATION, out.toString());
    }

    private static ReplayText diverged(String difference) {
        return new ReplayText(ExitCode.DIVERGED, "another run: " + difference + "\n");
    }
}
