package dev.countermand.cli.walk;

import dev.countermand.cli.text.LaneColours;
import dev.countermand.report.json.AsciiText;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a walk is drawn: a screen of its own that is drawn over, or, on a terminal that cannot do
 * that, one text below the other.
 */
final class Screen {
    private static final int LEAST_WIDTH = 20;

    private final Terminal terminal;
    private final Ansi colours;
    private final boolean isDumb;

    Screen(Terminal terminal, Ansi colours) {
        this.terminal = terminal;
        this.colours = colours;
        this.isDumb = terminal.getStringCapability(Capability.clear_screen) == null
                || terminal.getStringCapability(Capability.cursor_address) == null;
    }

    /** Begins; what the terminal showed comes back at the end. */
    void open() {
        if (!isDumb) {
            terminal.puts(Capability.enter_ca_mode);
        }
    }

    /** Ends. */
    void close() {
        if (!isDumb) {
            terminal.puts(Capability.exit_ca_mode);
        }
    }

    /** Shows a frame with a line at the bottom. */
    void draw(List<String> frame, String bottom) {
        if (!isDumb) {
            terminal.puts(Capability.clear_screen);
        }
        for (String line : frame) {
            write(LaneColours.ofRow(line, colours) + (isDumb ? "\n" : "\r\n"));
        }
        if (isDumb) {
            write("\n" + AsciiText.escape(bottom) + "\n\n");
        } else {
            bottom(bottom);
        }
        terminal.flush();
    }

    /** Shows what is typed. */
    void prompt(String text) {
        if (!isDumb) {
            bottom(text);
            terminal.flush();
        }
    }

    private void bottom(String text) {
        int width = Math.max(LEAST_WIDTH, terminal.getWidth()) - 1;
        terminal.puts(Capability.cursor_address, Math.max(0, terminal.getHeight() - 1), 0);
        terminal.puts(Capability.clr_eol);
        write(AsciiText.cut(text, width));
    }

    private void write(String text) {
        terminal.writer().write(text);
    }
}
