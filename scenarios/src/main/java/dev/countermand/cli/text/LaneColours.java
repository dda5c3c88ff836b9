package dev.countermand.cli.text;

import dev.countermand.report.text.StepView;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours a table of lanes: the head bold, departures from asyncio yellow, violations red, steps
 * left out faint. The marks in the text say the same, so nothing is lost without colours.
 */
public final class LaneColours {
    private static final String CURSOR = String.valueOf(StepView.CURSOR);
    private static final int MARK_OF_VIOLATION = 2;

    private LaneColours() {}

    /** The text with colours, or as it is where there are none. */
    public static String of(String lanes, Ansi colours) {
        if (!colours.enabled()) {
            return lanes;
        }
        StringBuilder out = new StringBuilder();
        boolean isHead = true;
        for (String line : lanes.lines().toList()) {
            out.append(styled(line, isHead)).append('\n');
            isHead = false;
        }
        return out.toString();
    }

    /** One line that is no head, with colours; that of the cursor is reversed. */
    public static String ofRow(String line, Ansi colours) {
        return colours.enabled() ? styled(line, false) : line;
    }

    private static String styled(String line, boolean isHead) {
        if (isHead) {
            return styled(line, Style.bold);
        }
        if (line.startsWith(CURSOR)) {
            return styled(line, Style.reverse);
        }
        if (line.startsWith("!", MARK_OF_VIOLATION)) {
            return styled(line, Style.bold, Style.fg_red);
        }
        if (line.startsWith(" >")) {
            return styled(line, Style.fg_yellow);
        }
        return line.stripLeading().startsWith("..") ? styled(line, Style.faint) : line;
    }

    private static String styled(String line, IStyle... styles) {
        // Everything is switched off: the sequence that ends bold begins an underline elsewhere.
        return Style.on(styles) + line + Style.reset.on();
    }
}
