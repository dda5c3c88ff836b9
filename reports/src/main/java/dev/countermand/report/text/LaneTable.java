package dev.countermand.report.text;

import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws rows as text: marks, step, virtual time, and one column for each lane. */
final class LaneTable {
    private static final String STEP = "step";
    private static final String TIME = "virtual";

    /** With so many columns a lane there is room for the names and short phrases. */
    private static final int FAIR_LANE = 16;

    private static final int LEAST_LANE = 14;
    private static final int MOST_LANE = 38;

    /** Cells reach over empty ones to their right; the last lane has none, so it is made wider. */
    private static final int LAST_LANE = 32;

    private static final int GUTTER = 2;
    private static final int MOST_LINES = 3;

    private final List<String> lanes;
    private final LaneOptions options;
    private final int stepWidth;
    private final int timeWidth;
    private final int laneWidth;

    private LaneTable(List<String> lanes, LaneOptions options, int stepWidth, int timeWidth) {
        this.lanes = lanes;
        this.options = options;
        this.stepWidth = stepWidth;
        this.timeWidth = timeWidth;
        this.laneWidth = laneWidth(lanesArea(options, stepWidth, timeWidth), lanes.size());
    }

    static LaneTable of(List<Row> rows, List<String> lanes, LaneOptions options) {
        return new LaneTable(lanes, options, stepWidth(rows), timeWidth(rows));
    }

    /** How many lanes fit beside the steps and times of these rows. */
    static int capacity(List<Row> rows, LaneOptions options) {
        int area = lanesArea(options, stepWidth(rows), timeWidth(rows));
        return Math.max(1, area / FAIR_LANE);
    }

    private static int laneWidth(int area, int lanes) {
        if (lanes <= 1) {
            return area;
        }
        return Math.max(LEAST_LANE, Math.min(MOST_LANE, (area - LAST_LANE) / (lanes - 1)));
    }

    private static int stepWidth(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.number().length())
                .reduce(STEP.length(), Math::max);
    }

    private static int timeWidth(List<Row> rows) {
        return rows.stream().mapToInt(row -> VirtualTime.seconds(row.nanos()).length())
                .reduce(TIME.length(), Math::max);
    }

    private static int lanesArea(LaneOptions options, int stepWidth, int timeWidth) {
        return options.width() - indent(stepWidth, timeWidth);
    }

    /** Two columns of marks, the step and the time, with gutters between them. */
    private static int indent(int stepWidth, int timeWidth) {
        return 1 + 2 + 1 + stepWidth + GUTTER + timeWidth + GUTTER;
    }

    String head() {
        StringBuilder line = new StringBuilder(prefix("  ", STEP, TIME));
        int area = lanesArea(options, stepWidth, timeWidth);
        for (int i = 0; i < lanes.size(); i++) {
            int room = Math.min(laneWidth - GUTTER, area - i * laneWidth);
            line.append(TextColumn.pad(AsciiText.cut(lanes.get(i), room), laneWidth));
        }
        return line.toString().stripTrailing();
    }

    /** A line that stands for steps left out. */
    String gap(long steps) {
        String what = steps == 1 ? ".. 1 step .." : ".. " + steps + " steps ..";
        return TextColumn.pad("", indent(stepWidth, timeWidth)) + what;
    }

    /** The row's lines: one, or more where texts may wrap. */
    List<String> lines(Row row) {
        List<List<String>> columns = columns(row);
        List<String> lines = new ArrayList<>();
        int height = columns.stream().mapToInt(List::size).reduce(0, Math::max);
        String remarks = String.join("; ", row.remarks());
        if (height == 0 && remarks.isEmpty() && row.isOfCallback()) {
            remarks = "(" + EventWords.name(row.actor()) + ")";
        }
        for (int i = 0; i < height; i++) {
            String line = "";
            for (int lane = 0; lane < columns.size(); lane++) {
                if (i < columns.get(lane).size()) {
                    line = TextColumn.pad(line, lane * laneWidth) + columns.get(lane).get(i);
                }
            }
            lines.add((prefix(lines.isEmpty() ? row : null) + line).stripTrailing());
        }
        if (!remarks.isEmpty() || lines.isEmpty()) {
            for (String part : fit(row, remarks, lanesArea(options, stepWidth, timeWidth))) {
                lines.add((prefix(lines.isEmpty() ? row : null) + part).stripTrailing());
            }
        }
        return lines;
    }

    private List<List<String>> columns(Row row) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<String> phrases = row.cells().getOrDefault(lanes.get(i), List.of());
            String text = String.join("; ", phrases);
            columns.add(text.isEmpty() ? List.of() : fit(row, text, room(row, i)));
        }
        return columns;
    }

    /**
     * A cell may reach over the empty cells to its right; the last lane has the rest of the line.
     */
    private int room(Row row, int lane) {
        int next = lane + 1;
        while (next < lanes.size() && !row.cells().containsKey(lanes.get(next))) {
            next++;
        }
        return next == lanes.size()
                ? lanesArea(options, stepWidth, timeWidth) - lane * laneWidth
                : (next - lane) * laneWidth - GUTTER;
    }

    /** Wraps where everything is shown, and what is marked as far as three lines hold it. */
    private List<String> fit(Row row, String text, int width) {
        if (options.extent() == LaneOptions.Extent.WHOLE_RUN) {
            return TextColumn.wrap(text, width);
        }
        if (!row.isMarked()) {
            return List.of(AsciiText.cut(text, width));
        }
        List<String> lines = TextColumn.wrap(text, width);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        String rest = String.join(" ", lines.subList(MOST_LINES - 1, lines.size()));
        first.add(AsciiText.cut(rest, width));
        return first;
    }

    private String prefix(@Nullable Row row) {
        if (row == null) {
            return " ".repeat(indent(stepWidth, timeWidth));
        }
        String marks = (row.departs() ? ">" : " ") + (row.violates() ? "!" : " ");
        return prefix(marks, row.number(), VirtualTime.seconds(row.nanos()));
    }

    private String prefix(String marks, String step, String time) {
        return " " + marks + " " + TextColumn.padLeft(step, stepWidth) + " ".repeat(GUTTER)
                + TextColumn.padLeft(time, timeWidth) + " ".repeat(GUTTER);
    }
}
