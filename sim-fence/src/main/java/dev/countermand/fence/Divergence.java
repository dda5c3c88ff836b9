package dev.countermand.fence;

import dev.countermand.fence.scan.Suspect;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two runs of one schedule that differ, and why that may be.
 *
 * @param words the first difference, such as {@code at step 7 the first run ran [a, b], the second
 *     [b, a]}
 * @param step the step of the first difference; 0 before the first
 * @param task the name of the task or callback that ran at that moment, empty for none
 * @param suspects the likeliest first; empty if none is known
 */
public record Divergence(String words, long step, String task, List<Suspect> suspects) {
    private static final int WIDTH = 100;
    private static final int MOST_SUSPECTS = 5;
    private static final String BEGINNING = "not deterministic: ";
    private static final int LONGEST_PLACE = 40;
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
    private static final String INDENT = "  suspect  ";
    private static final String MORE_INDENT = "           ";

    /** Copies the list. */
    public Divergence {
        suspects = List.copyOf(suspects);
    }

    /**
     * What differs and the first suspect, as far as both go on one line.
     *
     * @return one line of printable ASCII, at most 100 columns wide
     */
    public String headline() {
        String difference = BEGINNING + words;
        if (suspects.isEmpty()) {
            return AsciiText.cut(difference, WIDTH);
        }
        Suspect likeliest = suspects.get(0);
        String called = PACKAGES.matcher(likeliest.what()).replaceAll("");
        String why = "";
        for (String candidate : List.of(
                likeliest.text(), likeliest.at(likeliest.what()), likeliest.at(called),
                AsciiText.cut(likeliest.place() == null ? called : "" + likeliest.place(),
                        LONGEST_PLACE))) {
            why = "   (" + AsciiText.escape(candidate) + ")";
            if (difference.length() + why.length() <= WIDTH) {
                break;
            }
        }
        // The line to look at is worth more than the rest of the difference.
        return AsciiText.cut(difference, WIDTH - why.length()) + why;
    }

    /**
     * The suspects, one a line.
     *
     * @return lines of printable ASCII, at most 100 columns wide; the last says how many were left
     *     out, if any
     */
    public List<String> suspectLines() {
        return suspectLines(WIDTH);
    }

    /** The same, in lines of at most so many columns; at least 20. */
    public List<String> suspectLines(int width) {
        List<String> lines = new ArrayList<>();
        suspects.stream().limit(MOST_SUSPECTS).forEach(suspect -> lines.add(suspect.text(width)));
        if (suspects.size() > MOST_SUSPECTS) {
            lines.add("and " + (suspects.size() - MOST_SUSPECTS) + " more");
        }
        return lines;
    }

    /** The headline and below it the suspects, each line ended by a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder(headline()).append('\n');
        for (String suspect : suspectLines(WIDTH - INDENT.length())) {
            String label = suspect.startsWith("and ") ? MORE_INDENT : INDENT;
            text.append(label).append(suspect).append('\n');
        }
        return text.toString();
    }
}
