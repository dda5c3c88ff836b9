package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A run at one of its rows, as a screen: the lanes around it, the choices made there, who was
 * cancelled in it and by whom, and what every task is doing once it is over.
 *
 * <p>A position counts rows from 0. A row is a step, or what happened between two.
 */
public final class StepView {
    /** In place of a position: no row is like that. */
    public static final int NONE = -1;

    /** The mark at the beginning of the row where the reader is. */
    public static final char CURSOR = '*';

    private static final int MOST_CHOICES = 4;
    private static final int MOST_TASKS = 8;
    private static final int LEAST_TABLE = 3;

    private final TraceDocument document;
    private final Timeline timeline;

    /** Views a run. */
    public StepView(TraceDocument document) {
        this.document = document;
        this.timeline = Timeline.of(document);
    }

    /** How many positions there are. */
    public int size() {
        return timeline.rows().size();
    }

    /** The position of a step, or of the next one that has a row; the last where none follows. */
    public int positionOf(long step) {
        int position = 0;
        while (position < size() - 1 && timeline.rows().get(position).step() < step) {
            position++;
        }
        return position;
    }

    /**
     * The next row in whose words an expression is found, after a position and then from the
     * beginning.
     *
     * @return its position, the given one if no other row fits, or {@link #NONE}
     */
    public int find(Pattern expression, int after) {
        for (int i = 1; i <= size(); i++) {
            int position = (after + i) % size();
            if (expression.matcher(RowWords.of(timeline.rows().get(position))).find()) {
                return position;
            }
        }
        return NONE;
    }

    /**
     * The next row with a departure or a violation.
     *
     * @param direction 1 to look downwards, -1 upwards
     * @return its position, or {@link #NONE}
     */
    public int marked(int from, int direction) {
        for (int i = from + direction; i >= 0 && i < size(); i += direction) {
            if (timeline.rows().get(i).isMarked()) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * The screen at a position.
     *
     * @param position from 0, less than {@link #size()}
     * @param height the most lines, as far as three rows of the table and the rest fit into them
     * @param width the most columns; at least {@value LaneOptions#LEAST_WIDTH} are used
     * @return lines of printable ASCII without line ends
     */
    public List<String> frame(int position, int height, int width) {
        int columns = Math.max(width, LaneOptions.LEAST_WIDTH);
        Row row = timeline.rows().get(position);
        List<String> below = new ArrayList<>();
        section(below, "choices of this step:", choices(row.step()), MOST_CHOICES);
        List<String> cancels = cancels(row, end(position));
        if (!cancels.isEmpty()) {
            section(below, "cancelled in this row:", cancels, MOST_CHOICES);
        }
        section(below, "tasks after this row:", tasks(end(position)), MOST_TASKS);
        List<String> frame = new ArrayList<>();
        frame.add(document.subject().name() + ": step " + row.number() + " of "
                + document.verdict().steps() + ", at " + VirtualTime.seconds(row.nanos())
                + ", row " + (position + 1) + " of " + size());
        frame.addAll(table(position, Math.max(LEAST_TABLE, height - below.size() - 2), columns));
        frame.addAll(below);
        return frame.stream().map(line -> AsciiText.cut(line, columns).stripTrailing()).toList();
    }

    private static void section(List<String> out, String title, List<String> lines, int most) {
        out.add("");
        out.add(lines.isEmpty() ? title + " none" : title);
        int end = lines.size() <= most ? lines.size() : most - 1;
        lines.subList(0, end).forEach(line -> out.add("  " + line));
        if (end < lines.size()) {
            out.add("  .. and " + (lines.size() - end) + " more");
        }
    }

    private List<String> choices(long step) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < document.choices().size(); i++) {
            Choice choice = document.choices().get(i);
            if (choice.step() == step) {
                lines.add((choice.departs() ? "> " : "  ") + i + " " + choice.kind().label() + " "
                        + EventWords.text(VirtualTime.inWords(choice.label())) + ": picked "
                        + choice.picked() + " of 0.." + (choice.bound() - 1)
                        + (choice.pick().isEmpty() ? "" : ", " + EventWords.text(choice.pick())));
            }
        }
        return lines;
    }

    /** How many events there are up to the end of a row. */
    private int end(int position) {
        return position + 1 < size()
                ? timeline.rows().get(position + 1).firstEvent()
                : document.events().size();
    }

    private List<String> cancels(Row row, int end) {
        List<String> lines = new ArrayList<>();
        for (TraceEvent event : document.events().subList(row.firstEvent(), end)) {
            if (event instanceof TraceEvent.Cancelled cancelled) {
                lines.add(CancelChains.line(cancelled, 0));
            }
        }
        return lines;
    }

    private List<String> tasks(int events) {
        Map<String, TaskStates.State> states =
                TaskStates.after(document, events, timeline.tasks());
        int width = TextColumn.width(states.keySet().stream().map(EventWords::name).toList());
        List<String> lines = new ArrayList<>();
        states.forEach((task, state) -> lines.add(
                TextColumn.pad(EventWords.name(task), width) + "  " + state.shown()));
        return lines;
    }

    /** The head, and as many lines around the row as there is room for. */
    private List<String> table(int position, int height, int width) {
        List<Row> rows = timeline.rows();
        LaneOptions options = new LaneOptions(LaneOptions.Extent.WHOLE_RUN, height, width);
        List<Row> near = rows.subList(
                Math.max(0, position - height), Math.min(rows.size(), position + height));
        List<String> lanes = LaneChoice.of(
                near, rows.get(position).cells().keySet(), LaneTable.capacity(near, options));
        LaneTable table = LaneTable.of(near, lanes, options);
        List<String> lines = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (Row row : near) {
            boolean isHere = row == rows.get(position);
            first = isHere ? lines.size() : first;
            for (String line : table.lines(row)) {
                lines.add(isHere && lines.size() == first ? CURSOR + line.substring(1) : line);
            }
            last = isHere ? lines.size() : last;
        }
        int begin = Math.max(0, Math.min(
                Math.min(first, last - 1 - (height - 1) / 2), lines.size() - (height - 1)));
        int end = Math.min(lines.size(), begin + height - 1);
        List<String> shown = new ArrayList<>(List.of(table.head()));
        shown.addAll(lines.subList(begin, end));
        return shown;
    }
}
