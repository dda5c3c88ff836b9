package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.report.Explanation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;

/**
 * A failing run beside the nearest one that passes, from the first difference on.
 *
 * <p>Left is the run that fails, up to its last violation; right the one that passes. Each line is
 * a step, or what happened between two; the lines of both sides are simply counted off, as after
 * the first difference the two runs owe each other nothing.
 */
public final class NearestRunText {
    /** What failure messages show. */
    public static final int FEW_ROWS = 6;

    private static final int INDENT = 4;
    private static final String BETWEEN = " | ";
    private static final int COLUMN =
            (LaneOptions.DEFAULT_WIDTH - INDENT - BETWEEN.length()) / 2;

    private NearestRunText() {}

    /**
     * Draws both runs.
     *
     * @param failing the run that was explained
     * @param rows how many lines to show at most of each, at least 1
     * @return lines of printable ASCII, each ended by a line feed and at most 100 columns wide;
     *     empty if no run that passes is known
     */
    public static String render(TraceDocument failing, Explanation explanation, int rows) {
        Explanation.NearestRun nearest = explanation.nearest();
        if (nearest == null) {
            return "";
        }
        List<Choice> departures = failing.choices().stream().filter(Choice::departs).toList();
        List<String> left = lines(failing, true);
        List<String> right = lines(nearest.run(), false);
        int first = firstDifference(left, right);
        String change = ExplanationWords.change(
                departures.get(nearest.departure()), nearest.change());
        StringBuilder out = new StringBuilder();
        line(out, "fails", AsciiText.cut("passes: " + change, COLUMN));
        List<String> leftRows = few(left, first, rows);
        List<String> rightRows = few(right, first, rows);
        for (int i = 0; i < Math.max(leftRows.size(), rightRows.size()); i++) {
            line(out, at(leftRows, i), at(rightRows, i));
        }
        return out.toString();
    }

    private static String at(List<String> rows, int i) {
        return i < rows.size() ? rows.get(i) : "";
    }

    private static int firstDifference(List<String> left, List<String> right) {
        int shorter = Math.min(left.size(), right.size());
        int first = 0;
        while (first < shorter && left.get(first).equals(right.get(first))) {
            first++;
        }
        return first;
    }

    /** Some rows from a place on; the last one says how many more there are. */
    private static List<String> few(List<String> all, int first, int most) {
        List<String> shown = new ArrayList<>();
        int end = all.size() - first <= most ? all.size() : first + most - 1;
        for (String row : all.subList(first, end)) {
            shown.add(AsciiText.cut(row, COLUMN));
        }
        if (end < all.size()) {
            shown.add(".. " + (all.size() - end) + " more");
        } else if (end == first) {
            shown.add("(ends)");
        }
        return shown;
    }

    /** What the rows of a run say: those of callbacks say nothing. */
    private static List<String> lines(TraceDocument document, boolean toLastViolation) {
        Timeline timeline = Timeline.of(document);
        int end = toLastViolation ? timeline.endOfFailure() : timeline.rows().size();
        List<String> lines = new ArrayList<>();
        for (Row row : timeline.rows().subList(0, end)) {
            String words = RowWords.of(row);
            if (!words.isEmpty()) {
                lines.add(row.number() + "  " + words);
            }
        }
        return lines;
    }

    private static void line(StringBuilder out, String left, String right) {
        String text = " ".repeat(INDENT) + TextColumn.pad(left, COLUMN) + BETWEEN + right;
        out.append(text.stripTrailing()).append('\n');
    }
}
