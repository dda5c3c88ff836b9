package dev.countermand.cli.confirm;

import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of playing a trace on CPython.
 *
 * @param code whether the same happened, and what was reproduced
 * @param text for people, each line ended
 */
public record ConfirmText(ExitCode code, String text) {

    /** The result of a trial. */
    public static ConfirmText of(InstalledPython python, Trial trial) {
        String where = "on CPython " + python.release() + ": ";
        if (trial.confirmation() instanceof Confirmation.Different different) {
            return new ConfirmText(ExitCode.DIVERGED, "not confirmed " + where
                    + "the first difference is at " + different.place() + '\n'
                    + "  recorded  " + side(different.recorded()) + '\n'
                    + "  CPython   " + side(different.happened()) + '\n');
        }
        int events = ((Confirmation.Confirmed) trial.confirmation()).events();
        List<Violation> violations = trial.run().verdict().violations();
        StringBuilder out = new StringBuilder("confirmed ").append(where)
                .append(events).append(events == 1 ? " event agrees, " : " events agree, ")
                .append(violations.isEmpty() ? "no violation" : violations.get(0).kind().label())
                .append('\n');
        if (trial.isRealigned()) {
            out.append("schedule   ").append(Schedule.of(trial.run().choices()))
                    .append(": the trace's choices, found again on Python ")
                    .append(trial.run().origin().python()).append('\n');
        }
        for (Violation violation : violations) {
            out.append(FailureReport.headline(violation))
                    .append(Confirmation.SEEN_ON_CPYTHON.contains(violation.kind())
                            ? "" : " (seen on the simulated loop only)")
                    .append('\n');
        }
        return new ConfirmText(
                violations.isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATION, out.toString());
    }

    private static String side(@Nullable String side) {
        return side == null ? "nothing further" : UserError.oneLine(side);
    }

    /** What a program for a bug report says of itself. */
    static String comment(InstalledPython python, Trial trial) {
        TraceDocument run = trial.run();
        StringBuilder out = new StringBuilder();
        for (Violation violation : run.verdict().violations()) {
            out.append(FailureReport.headline(violation)).append('\n');
        }
        out.append("\nThis is \"").append(run.subject().name())
                .append("\" on asyncio's own event loop, with a clock that jumps\n")
                .append("instead of waiting, and with these choices made for it:\n\n");
        List<Choice> choices = run.choices();
        boolean departs = false;
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (choice.departs()) {
                departs = true;
                out.append("  choice ").append(i).append(", before step ")
                        .append(choice.step() + 1).append(": ").append(words(choice)).append('\n');
            }
        }
        out.append(departs ? "" : "  none: this is what asyncio does by itself\n");
        return out.append("\nIt needs CPython 3.").append(InstalledPython.OLDEST)
                .append(" or newer, was written with ").append(python.release())
                .append(",\nand prints the events of the run as JSON. The exit code is 1 as long")
                .append(" as\nwhat must not happen does.\n").toString();
    }

    private static String words(Choice choice) {
        String about = choice.kind().label() + " (" + choice.label() + "): ";
        return UserError.oneLine(choice.pick().equals(Integer.toString(choice.picked()))
                ? about + "number " + choice.picked() + " of 0 to " + (choice.bound() - 1)
                : about + choice.pick());
    }
}
