package dev.countermand.cli.text;

import dev.countermand.cli.explore.Finding;

/** The result of a search for people. */
public final class ExplorationReport {
    private ExplorationReport() {}

    /**
     * What was found, and how to see it again.
     *
     * @param failure the report of the violating run
     */
    public static String found(Finding finding, String failure) {
        StringBuilder out = new StringBuilder(failure);
        out.append("\nfound in run ").append(finding.runs()).append('\n');
        out.append("seed    ").append(finding.seed()).append('\n');
        out.append("repeat  ").append(finding.commands().repeat()).append('\n');
        if (finding.trace() != null) {
            out.append("trace   ").append(finding.trace()).append('\n');
            out.append("replay  ").append(finding.commands().replay()).append('\n');
        }
        return out.toString();
    }

    /**
     * A search that found nothing.
     *
     * @param statistics what the runs were like
     */
    public static String clean(long runs, String statistics) {
        return "no violation in " + Columns.count(runs, "run") + "\n" + statistics;
    }
}
