package dev.countermand.report.text;

import dev.countermand.report.TraceDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which rows of a run are shown; the steps between them are counted. */
public final class RowFilter {
    /** Every row. */
    public static final RowFilter ALL = new RowFilter(row -> true, List.of());

    private final Predicate<Row> test;
    private final List<String> tasks;

    private RowFilter(Predicate<Row> test, List<String> tasks) {
        this.test = test;
        this.tasks = tasks;
    }

    /**
     * The rows in whose words an expression is found. The words of a row are its remarks and, for
     * each task, the task's name, a colon and what it did; the step and the time are none.
     */
    public static RowFilter matching(Pattern expression) {
        return new RowFilter(row -> expression.matcher(RowWords.of(row)).find(), List.of());
    }

    /**
     * The rows in which one of these tasks does something, or something is done to it.
     *
     * @param tasks their names, whole
     */
    public static RowFilter about(List<String> tasks) {
        return new RowFilter(row -> tasks.contains(row.actor())
                || tasks.stream().anyMatch(row.cells()::containsKey), List.copyOf(tasks));
    }

    /** The rows that depart from what asyncio does, or show a violation. */
    public static RowFilter marked() {
        return new RowFilter(Row::isMarked, List.of());
    }

    /**
     * The rows that depart from what asyncio does, show a violation, or are not in another run.
     *
     * @param run the run whose rows are shown
     * @param other the run that it is compared with
     */
    public static RowFilter unlike(TraceDocument run, TraceDocument other) {
        List<Row> rows = Timeline.of(run).rows();
        Set<String> fresh = new LinkedHashSet<>();
        for (RowAlignment.Pair pair : RowAlignment.of(
                rows.stream().map(RowWords::of).toList(),
                Timeline.of(other).rows().stream().map(RowWords::of).toList())) {
            if (pair.right() == RowAlignment.NONE) {
                fresh.add(name(rows.get(pair.left())));
            }
        }
        return new RowFilter(row -> row.isMarked() || fresh.contains(name(row)), List.of());
    }

    private static String name(Row row) {
        return row.number() + ' ' + RowWords.of(row);
    }

    /** The rows that both this filter and another one show. */
    public RowFilter and(RowFilter other) {
        return new RowFilter(test.and(other.test), tasks.isEmpty() ? other.tasks : tasks);
    }

    boolean shows(Row row) {
        return test.test(row);
    }

    /** The tasks that were asked for by name, whose lanes go before all others. */
    List<String> tasks() {
        return tasks;
    }
}
