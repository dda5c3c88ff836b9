package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Chooses the rows of a long run that are worth their line: the first and the last ones and the
 * marked ones, then their neighbours, nearest first.
 */
final class RowSelection {
    private final List<Row> rows;
    private final int lineLimit;
    private final TreeSet<Integer> kept = new TreeSet<>();
    private final ToIntFunction<Row> height;
    private int lines;

    private RowSelection(List<Row> rows, ToIntFunction<Row> height, int lineLimit) {
        this.rows = rows;
        this.height = height;
        this.lineLimit = lineLimit;
    }

    /**
     * The positions of the rows to show, ascending.
     *
     * @param height how many lines a row takes
     * @param lineLimit the most lines, those that stand for gaps included
     */
    static List<Integer> of(List<Row> rows, ToIntFunction<Row> height, int lineLimit) {
        if (lineLimit == Integer.MAX_VALUE) {
            return IntStream.range(0, rows.size()).boxed().toList();
        }
        RowSelection selection = new RowSelection(rows, height, lineLimit);
        selection.choose();
        return new ArrayList<>(selection.kept);
    }

    private void choose() {
        List<Integer> anchors = anchors();
        for (int distance = 0; distance < rows.size(); distance++) {
            for (int anchor : anchors) {
                // What led to a marked row is worth more than what followed it.
                if (!keep(anchor - distance) || !keep(anchor + distance)) {
                    return;
                }
            }
        }
    }

    /**
     * The last row first, as it is the failure; then the marked ones from the end, then the first.
     */
    private List<Integer> anchors() {
        List<Integer> anchors = new ArrayList<>();
        anchors.add(rows.size() - 1);
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).isMarked()) {
                anchors.add(i);
            }
        }
        anchors.add(0);
        return anchors;
    }

    /** Keeps a row if a line is left for it; false when the lines are used up. */
    private boolean keep(int position) {
        if (position < 0 || position >= rows.size() || !kept.add(position)) {
            return true;
        }
        int own = height.applyAsInt(rows.get(position));
        lines += own;
        if (lines + gaps() <= lineLimit) {
            return true;
        }
        // One row is always shown, even where the limit leaves no room for the gaps around it.
        if (kept.size() > 1) {
            kept.remove(position);
            lines -= own;
        }
        return false;
    }

    private int gaps() {
        int gaps = 0;
        int expected = 0;
        for (int position : kept) {
            gaps += position == expected ? 0 : 1;
            expected = position + 1;
        }
        return gaps + (expected == rows.size() ? 0 : 1);
    }
}
