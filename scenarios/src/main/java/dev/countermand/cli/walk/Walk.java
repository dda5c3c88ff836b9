package dev.countermand.cli.walk;

import dev.countermand.report.text.StepView;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Help.Ansi;

/** A person goes through a run by keys. */
public final class Walk {
    private static final int DUMB_HEIGHT = 24;
    private static final int DUMB_WIDTH = 100;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int ESCAPE = 27;

    private final Terminal terminal;
    private final StepView view;
    private final Screen screen;
    private final BindingReader reader;
    private int position;
    private String message = "";

    /**
     * Prepares a walk.
     *
     * @param colours whether its screens have colours
     */
    public Walk(Terminal terminal, StepView view, Ansi colours) {
        this.terminal = terminal;
        this.view = view;
        this.screen = new Screen(terminal, colours);
        this.reader = new BindingReader(terminal.reader());
    }

    /** Walks until the person quits or the keys end; then the terminal is as it was. */
    public void run() {
        Attributes before = terminal.enterRawMode();
        // Ctrl-C is a key here: a signal would leave the terminal without its echo.
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        screen.open();
        Terminal.SignalHandler resized =
                terminal.handle(Terminal.Signal.WINCH, signal -> draw());
        try {
            KeyMap<Key> keys = Key.map(terminal);
            Key key = Key.OTHER;
            draw();
            while (key != null && key != Key.QUIT) {
                key = reader.readBinding(keys);
                if (key != null && key != Key.OTHER && key != Key.QUIT) {
                    message = "";
                    act(key);
                    draw();
                }
            }
        } finally {
            terminal.handle(Terminal.Signal.WINCH, resized);
            screen.close();
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    private void act(Key key) {
        switch (key) {
            case NEXT -> move(position + 1, "this is the last row");
            case PREVIOUS -> move(position - 1, "this is the first row");
            case PAGE_DOWN -> position = Math.min(position + page(), view.size() - 1);
            case PAGE_UP -> position = Math.max(position - page(), 0);
            case FIRST -> position = 0;
            case LAST -> position = view.size() - 1;
            case NEXT_MARKED -> mark(1, "no departure and no violation below this row");
            case PREVIOUS_MARKED -> mark(-1, "no departure and no violation above this row");
            case GO -> go(ask("go to step: "));
            case SEARCH -> search(ask("/"));
            default -> throw new IllegalArgumentException("no move: " + key);
        }
    }

    private void move(int to, String atTheEnd) {
        if (to < 0 || to >= view.size()) {
            message = atTheEnd;
        } else {
            position = to;
        }
    }

    private void mark(int direction, String none) {
        int marked = view.marked(position, direction);
        if (marked == StepView.NONE) {
            message = none;
        } else {
            position = marked;
        }
    }

    private int page() {
        return Math.max(1, height() / 2);
    }

    private int height() {
        return terminal.getHeight() > 0 ? terminal.getHeight() : DUMB_HEIGHT;
    }

    private void go(String answer) {
        if (answer.isBlank()) {
            return;
        }
        try {
            position = view.positionOf(Long.parseLong(answer.strip()));
        } catch (NumberFormatException e) {
            message = "expected a step's number, but found '" + answer + "'";
        }
    }

    private void search(String expression) {
        if (expression.isEmpty()) {
            return;
        }
        try {
            int found = view.find(Pattern.compile(expression), position);
            if (found == StepView.NONE) {
                message = "no row has '" + expression + "'";
            } else {
                position = found;
            }
        } catch (PatternSyntaxException e) {
            message = "expected a regular expression: " + e.getDescription();
        }
    }

    /** The line that is typed; empty if it is given up. */
    private String ask(String prompt) {
        StringBuilder answer = new StringBuilder();
        screen.prompt(prompt);
        int c = reader.readCharacter();
        while (c != -1 && c != '\r' && c != '\n') {
            if (c == ESCAPE || c == KeyMap.ctrl('C').charAt(0)) {
                return "";
            }
            if (c == BACKSPACE || c == DELETE) {
                answer.setLength(Math.max(0, answer.length() - 1));
            } else if (!Character.isISOControl(c)) {
                answer.appendCodePoint(c);
            }
            screen.prompt(prompt + answer);
            c = reader.readCharacter();
        }
        return answer.toString();
    }

    private synchronized void draw() {
        int width = terminal.getWidth() > 0 ? terminal.getWidth() : DUMB_WIDTH;
        List<String> frame = view.frame(position, height() - 2, width);
        screen.draw(frame, message.isEmpty() ? Key.HELP : message);
    }
}
