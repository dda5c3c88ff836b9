package dev.countermand.cli.bench;

import dev.countermand.explore.search.SearchPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** The results of a bench as Markdown. */
public final class BenchTable {
    private static final double SIGNIFICANT = 0.05;

    private BenchTable() {}

    /**
     * The tables, each line ended.
     *
     * @param rows what was measured
     * @param plans the plans in the order of the measurements
     */
    public static String of(List<Bench.Row> rows, List<SearchPlan> plans, Bench.Limits limits) {
        StringBuilder out = new StringBuilder();
        List<Bench.Row> bugs =
                rows.stream().filter(row -> row.subject().naive() != null).toList();
        List<Bench.Row> programs =
                rows.stream().filter(row -> row.subject().naive() == null).toList();
        if (!bugs.isEmpty()) {
            runsToFailure(out, "bug", bugs, plans, limits);
            out.append('\n');
            firstPlan(out, bugs, plans.get(0), limits);
        }
        if (!programs.isEmpty()) {
            out.append(bugs.isEmpty() ? "" : "\n");
            runsToFailure(out, "program (adversarial order)", programs, plans, limits);
        }
        return out.toString();
    }

    private static void runsToFailure(StringBuilder out, String what, List<Bench.Row> rows,
            List<SearchPlan> plans, Bench.Limits limits) {
        out.append("Runs to the first failure, mean / median / 90th percentile of ")
                .append(limits.seeds()).append(" searches of at most ").append(limits.runs())
                .append(" runs. `n of ").append(limits.seeds())
                .append("`: found in so many only, the rest counted as the limit. `*`: differs"
                        + " from the first column (Mann-Whitney, p < 0.05 after Holm's"
                        + " correction).\n\n");
        List<String> head = new ArrayList<>(List.of(what));
        plans.forEach(plan -> head.add(plan.name()));
        line(out, head);
        line(out, head.stream().map(name -> name.equals(what) ? "---" : "---:").toList());
        for (Bench.Row row : rows) {
            List<Boolean> differ = significant(row);
            List<String> cells = new ArrayList<>(List.of(row.subject().name()));
            for (int i = 0; i < row.byPlan().size(); i++) {
                Measurement cell = row.byPlan().get(i);
                cells.add(text(cell) + (differ.get(i) ? " *" : ""));
            }
            line(out, cells);
        }
    }

    private static String text(Measurement cell) {
        String figures = number(cell.mean()) + " / " + number(cell.median()) + " / "
                + number(cell.ninetieth());
        return cell.isAlwaysFound()
                ? figures
                : cell.found() == 0 ? "-"
                        : figures + " (" + cell.found() + " of " + cell.runs().size() + ")";
    }

    /** Which plans differ from the first, by Holm's step-down procedure over the row. */
    private static List<Boolean> significant(Bench.Row row) {
        List<Measurement> cells = row.byPlan();
        List<Integer> byP = new ArrayList<>();
        double[] p = new double[cells.size()];
        for (int i = 1; i < p.length; i++) {
            p[i] = cells.get(0).pValueAgainst(cells.get(i));
            byP.add(i);
        }
        byP.sort((a, b) -> Double.compare(p[a], p[b]));
        Boolean[] differs = new Boolean[p.length];
        Arrays.fill(differs, false);
        for (int rank = 0; rank < byP.size(); rank++) {
            if (p[byP.get(rank)] >= SIGNIFICANT / (byP.size() - rank)) {
                break;
            }
            differs[byP.get(rank)] = true;
        }
        return List.of(differs);
    }

    private static void firstPlan(
            StringBuilder out, List<Bench.Row> bugs, SearchPlan plan, Bench.Limits limits) {
        out.append("`").append(plan.name()).append("` beside the naive harness (the better of its"
                        + " two figures), the departures of a shrunk finding, and the false alarms"
                        + " in ")
                .append(limits.repairedRuns()).append(" runs of the repaired program:\n\n");
        line(out, List.of("bug", "id", "mean runs", "naive", "departures", "false alarms"));
        line(out, List.of("---", "---", "---:", "---:", "---:", "---:"));
        double[] means = new double[bugs.size()];
        for (int i = 0; i < means.length; i++) {
            Bench.Row row = bugs.get(i);
            means[i] = row.byPlan().get(0).mean();
            line(out, List.of(
                    row.subject().name(),
                    row.subject().naive().id(),
                    number(means[i]),
                    number(row.subject().naive().best()),
                    row.shrunkDepartures() == null ? "-" : row.shrunkDepartures().toString(),
                    Long.toString(row.falseAlarms())));
        }
        long worse = bugs.stream().filter(row ->
                row.byPlan().get(0).mean() > row.subject().naive().best()).count();
        long small = bugs.stream().filter(row ->
                row.shrunkDepartures() != null && row.shrunkDepartures() <= 2).count();
        long always = bugs.stream().filter(row -> row.byPlan().get(0).isAlwaysFound()).count();
        double worst = Arrays.stream(means).max().orElse(0);
        out.append("\nFound for every seed: ").append(always).append(" of ").append(bugs.size())
                .append(". Median of the means: ").append(number(new Median().evaluate(means)))
                .append("; worst: ").append(number(worst))
                .append(". Needs more runs than the naive harness: ").append(worse)
                .append(". Shrunk to at most two departures: ").append(small).append(".\n");
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
    }
}
