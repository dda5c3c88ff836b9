package dev.countermand.cli.text;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.explore.lasting.Recheck;
import dev.countermand.report.text.FailureReport;

/** What became of one kept failure, for people: a line, and a second one if it still fails. */
public final class RecheckLine {
    private static final int VERDICT_COLUMNS = 17;

    private RecheckLine() {}

    /**
     * The lines, each ended.
     *
     * @param name the trace's file name
     */
    public static String of(String name, Recheck recheck) {
        String verdict = recheck.verdict().label();
        StringBuilder out = new StringBuilder()
                .append(verdict).append(" ".repeat(VERDICT_COLUMNS - verdict.length()))
                .append(UserError.oneLine(name)).append(" (")
                .append(UserError.oneLine(recheck.text())).append(")\n");
        if (!recheck.run().isClean()) {
            out.append(" ".repeat(VERDICT_COLUMNS))
                    .append(FailureReport.headline(recheck.run().violations().get(0)))
                    .append('\n');
        }
        return out.toString();
    }
}
