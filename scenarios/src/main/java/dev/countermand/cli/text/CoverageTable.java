package dev.countermand.cli.text;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.explore.statistics.AwaitSite;
import dev.countermand.explore.statistics.CancelCoverage;
import java.util.Locale;
import java.util.Map;

/** What happened to the tasks at each await, as a table. */
final class CoverageTable {
    private static final String ROW = "%9d %9d %9d %9d %9d  %s%n";

    private CoverageTable() {}

    static String of(CancelCoverage coverage) {
        StringBuilder out = new StringBuilder(
                "  reached cancelled  again in  when its     timed  await\n"
                + "                     clean-up  result is       out\n"
                + "                                   ready\n");
        for (Map.Entry<String, AwaitSite> entry : coverage.sites().entrySet()) {
            AwaitSite site = entry.getValue();
            out.append(String.format(Locale.ROOT, ROW, site.reached(), site.cancelled(),
                    site.cancelledInCleanUp(), site.cancelledWhenReady(), site.timedOut(),
                    UserError.oneLine(entry.getKey())).replace("\r\n", "\n"));
        }
        return out.toString();
    }
}
