package dev.countermand.report.text;

import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side, with the lines that say the same beside each other.
 *
 * <p>The first line names the first difference, as {@link ReplayComparison} finds it. Below it, a
 * line of the table is a step, or what happened between two. Between the columns stands {@code |}
 * where both runs do the same, {@code <} for what only the left one does and {@code >} for what
 * only the right one does. What is the same and far from a difference is counted.
 */
public final class RunDifferenceText {
    private static final int INDENT = 2;
    private static final int BETWEEN = 3;
    private static final int COLUMN = (LaneOptions.DEFAULT_WIDTH - INDENT - BETWEEN) / 2;
    private static final int NUMBER = 5;
    private static final int CONTEXT = 3;
    private static final int LONGEST_ITEM = 200;

    private final List<Row> left;
    private final List<Row> right;
    private final StringBuilder out = new StringBuilder();

    private RunDifferenceText(List<Row> left, List<Row> right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Draws two runs.
     *
     * @param leftName what the left run is called
     * @param rightName what the right run is called
     * @return lines of printable ASCII, each ended by a line feed; those of the table have at most
     *     100 columns
     */
    public static String render(
            TraceDocument left, String leftName, TraceDocument right, String rightName) {
        ReplayComparison comparison = ReplayComparison.of(left, right);
        if (!(comparison instanceof ReplayComparison.Different first)) {
            return comparison.text() + '\n';
        }
        RunDifferenceText text = new RunDifferenceText(rows(left), rows(right));
        text.head(first, left, right);
        text.line(AsciiText.cut(leftName, COLUMN), '|', AsciiText.cut(rightName, COLUMN));
        text.table();
        return text.out.toString();
    }

    private void head(
            ReplayComparison.Different first, TraceDocument leftRun, TraceDocument rightRun) {
        out.append("the runs differ first at step ").append(first.step()).append(", ")
                .append(first.part().label()).append(' ').append(first.position()).append(":\n");
        String one = item(first.recorded());
        String other = item(first.happened());
        if (first.part() == ReplayComparison.Part.CHOICE) {
            String words = choice(leftRun, first.position());
            String otherWords = choice(rightRun, first.position());
            // What differs may be only in what the file says of the choice.
            if (!words.equals(otherWords)) {
                one = words;
                other = otherWords;
            }
        }
        out.append("  left   ").append(one).append('\n');
        out.append("  right  ").append(other).append("\n\n");
    }

    private static String choice(TraceDocument run, int position) {
        if (position >= run.choices().size()) {
            return "nothing further";
        }
        ChoiceNote note = ChoiceNote.of(run, position);
        return AsciiText.cut(note.place() + ": " + note.words(), LONGEST_ITEM);
    }

    private static String item(@Nullable String item) {
        return item == null ? "nothing further" : AsciiText.cut(item, LONGEST_ITEM);
    }

    /** The rows that say anything. */
    private static List<Row> rows(TraceDocument document) {
        return Timeline.of(document).rows().stream()
                .filter(row -> !RowWords.of(row).isEmpty()).toList();
    }

    private void table() {
        List<RowAlignment.Pair> pairs = RowAlignment.of(
                left.stream().map(RowWords::of).toList(),
                right.stream().map(RowWords::of).toList());
        draw(pairs, near(pairs));
        if (pairs.stream().allMatch(RowAlignment.Pair::isCommon)) {
            out.append("  every step reads the same in both\n");
        }
    }

    private static boolean[] near(List<RowAlignment.Pair> pairs) {
        boolean[] near = new boolean[pairs.size()];
        for (int i = 0; i < near.length; i++) {
            if (!pairs.get(i).isCommon()) {
                int end = Math.min(near.length - 1, i + CONTEXT);
                for (int j = Math.max(0, i - CONTEXT); j <= end; j++) {
                    near[j] = true;
                }
            }
        }
        return near;
    }

    private void draw(List<RowAlignment.Pair> pairs, boolean[] near) {
        int skipped = 0;
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                skipped(skipped);
                skipped = 0;
                pair(pairs.get(i));
            } else {
                skipped++;
            }
        }
        skipped(skipped);
    }

    private void skipped(int lines) {
        if (lines > 0) {
            out.append("  .. ").append(lines)
                    .append(lines == 1 ? " line" : " lines").append(" the same ..\n");
        }
    }

    private void pair(RowAlignment.Pair pair) {
        boolean onlyRight = pair.left() == RowAlignment.NONE;
        boolean onlyLeft = pair.right() == RowAlignment.NONE;
        List<String> leftLines = onlyRight ? List.of() : lines(left.get(pair.left()));
        List<String> rightLines = onlyLeft ? List.of() : lines(right.get(pair.right()));
        char mark = onlyLeft ? '<' : onlyRight ? '>' : '|';
        for (int i = 0; i < Math.max(leftLines.size(), rightLines.size()); i++) {
            line(at(leftLines, i), mark, at(rightLines, i));
        }
    }

    private static List<String> lines(Row row) {
        String number = TextColumn.padLeft(row.number(), NUMBER) + "  ";
        List<String> lines = new ArrayList<>();
        for (String part : TextColumn.wrap(RowWords.of(row), COLUMN - number.length())) {
            lines.add((lines.isEmpty() ? number : " ".repeat(number.length())) + part);
        }
        return lines;
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    private void line(String leftText, char mark, String rightText) {
        String line = " ".repeat(INDENT) + TextColumn.pad(leftText, COLUMN) + ' ' + mark + ' '
                + rightText;
        out.append(line.stripTrailing()).append('\n');
    }
}
