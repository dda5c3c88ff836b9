package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the tasks that get a lane when there are more than fit.
 *
 * <p>A task that takes part in a marked row matters most, a cancelled one next, then those that do
 * most.
 */
final class LaneChoice {
    private static final long MARKED = 1_000_000;
    private static final long CANCELLED = 10_000;

    private LaneChoice() {}

    /** The tasks that get a lane, in order of appearance. */
    static List<String> of(List<Row> rows, Set<String> waiting, int lanes) {
        Map<String, Long> weights = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String task : row.cells().keySet()) {
                weights.merge(task, weight(row, task), Long::sum);
            }
        }
        for (String task : waiting) {
            weights.computeIfPresent(task, (name, weight) -> weight + MARKED);
        }
        List<String> ranked = new ArrayList<>(weights.keySet());
        // The sort is stable, so that equal weights stay in order of appearance.
        ranked.sort(Comparator.comparingLong((String task) -> -weights.get(task)));
        Set<String> chosen = new LinkedHashSet<>(ranked.subList(0, Math.min(lanes, ranked.size())));
        List<String> shown = new ArrayList<>(weights.keySet());
        shown.retainAll(chosen);
        return shown;
    }

    private static long weight(Row row, String task) {
        if (row.isMarked()) {
            return MARKED;
        }
        return row.has(task, EventWords.CANCEL) ? CANCELLED : 1;
    }
}
