package dev.countermand.report.text;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run as a table: time runs downwards, each task has a lane, and a lane is blank where its task
 * does nothing. {@code >} marks a departure from what asyncio does, {@code !} a violation, and a
 * step number with a plus sign what happened after that step and before the next.
 */
public final class LaneReport {
    private LaneReport() {}

    /**
     * Draws a run.
     *
     * @return lines of printable ASCII, each ended by a line feed and no wider than the options say
     */
    public static String render(TraceDocument document, LaneOptions options) {
        return render(document, options, RowFilter.ALL);
    }

    /**
     * Draws some rows of a run.
     *
     * @param filter which rows; the steps left out between them are counted
     * @return lines of printable ASCII, each ended by a line feed and no wider than the options say
     */
    public static String render(TraceDocument document, LaneOptions options, RowFilter filter) {
        return render(Timeline.of(document), document, options, filter);
    }

    static String render(Timeline timeline, TraceDocument document, LaneOptions options) {
        return render(timeline, document, options, RowFilter.ALL);
    }

    private static String render(
            Timeline timeline, TraceDocument document, LaneOptions options, RowFilter filter) {
        boolean whole = options.extent() == LaneOptions.Extent.WHOLE_RUN;
        List<Row> extent = whole
                ? timeline.rows()
                : timeline.rows().subList(0, timeline.endOfFailure());
        List<Row> wanted = extent.stream().filter(filter::shows).toList();
        Set<String> first = new LinkedHashSet<>(filter.tasks());
        first.addAll(waiting(document));
        List<String> choice = asInTheWholeRun(extent,
                LaneChoice.of(wanted, first, LaneTable.capacity(extent, options)));
        List<Row> rows = extent.stream()
                .filter(row -> isWorthALine(row, choice, whole))
                .toList();
        StringBuilder out = new StringBuilder();
        if (rows.isEmpty()) {
            return "  nothing happened\n";
        }
        LaneTable table = LaneTable.of(extent, choice, options);
        List<Integer> kept = new ArrayList<>(RowSelection.of(
                rows, row -> table.lines(row).size(), options.lineLimit()));
        kept.removeIf(position -> !filter.shows(rows.get(position)));
        if (kept.isEmpty()) {
            return "  no step is of this kind\n";
        }
        List<String> lanes = new ArrayList<>(choice);
        // Fewer rows may need fewer lanes, and each is wider then: no row takes more lines.
        lanes.removeIf(lane -> kept.stream().noneMatch(
                position -> rows.get(position).cells().containsKey(lane)));
        LaneTable drawn = LaneTable.of(extent, lanes, options);
        appendLine(out, drawn.head());
        appendRows(out, drawn, rows, kept);
        long left = document.verdict().steps() - extent.get(extent.size() - 1).step();
        if (!whole && left > 0) {
            appendLine(out, drawn.gap(left));
        }
        appendHidden(out, wanted, lanes, options.width());
        return out.toString();
    }

    /** The lanes in the order that they have without a filter. */
    private static List<String> asInTheWholeRun(List<Row> extent, List<String> lanes) {
        Set<String> all = new LinkedHashSet<>();
        extent.forEach(row -> all.addAll(row.cells().keySet()));
        all.retainAll(lanes);
        return List.copyOf(all);
    }

    private static void appendRows(
            StringBuilder out, LaneTable table, List<Row> rows, List<Integer> kept) {
        int expected = 0;
        for (int position : kept) {
            if (position != expected) {
                appendGap(out, table, rows.subList(expected, position));
            }
            table.lines(rows.get(position)).forEach(line -> appendLine(out, line));
            expected = position + 1;
        }
        if (expected != rows.size()) {
            appendGap(out, table, rows.subList(expected, rows.size()));
        }
    }

    private static void appendGap(StringBuilder out, LaneTable table, List<Row> left) {
        long first = left.get(0).step();
        appendLine(out, table.gap(left.get(left.size() - 1).step() - first + 1));
    }

    private static void appendHidden(
            StringBuilder out, List<Row> extent, List<String> lanes, int width) {
        Set<String> hidden = new LinkedHashSet<>();
        extent.forEach(row -> hidden.addAll(row.cells().keySet()));
        lanes.forEach(hidden::remove);
        if (!hidden.isEmpty()) {
            List<String> names = new ArrayList<>();
            hidden.forEach(name -> names.add(EventWords.name(name)));
            String count = hidden.size() == 1 ? "1 more task: " : hidden.size() + " more tasks: ";
            appendLine(out, AsciiText.cut("   and " + count + String.join(", ", names), width));
        }
    }

    private static Set<String> waiting(TraceDocument document) {
        Set<String> waiting = new LinkedHashSet<>();
        for (Violation violation : document.verdict().violations()) {
            violation.waiting().forEach(task -> waiting.add(task.task()));
        }
        return waiting;
    }

    private static boolean isWorthALine(Row row, List<String> lanes, boolean whole) {
        return row.isMarked()
                || !row.remarks().isEmpty()
                || row.cells().keySet().stream().anyMatch(lanes::contains)
                || whole && row.cells().isEmpty() && row.place() == Row.Place.STEP;
    }

    private static void appendLine(StringBuilder out, String line) {
        out.append(line.stripTrailing()).append('\n');
    }
}
