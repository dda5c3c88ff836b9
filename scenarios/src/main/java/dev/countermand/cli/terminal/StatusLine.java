package dev.countermand.cli.terminal;

import java.io.PrintStream;

/** One line on standard error that is renewed while a command works, if a person watches. */
public final class StatusLine {
    private static final double LEAST_SECONDS_BETWEEN = 0.1;
    private static final int BAR_COLUMNS = 20;

    private final PrintStream err;
    private final boolean isShown;
    private final StopWatch watch = new StopWatch();
    private double next;
    private int width;

    /** Creates the line; nothing is shown yet. */
    public StatusLine(Surroundings surroundings) {
        this.err = surroundings.err();
        this.isShown = surroundings.isInteractive();
    }

    /** Shows a text in place of the last one. */
    public synchronized void show(String text) {
        if (isShown) {
            write(text);
        }
    }

    /**
     * Shows a bar and a text in place of the last one.
     *
     * @param done how much of the work is done
     * @param all how much there is, at least 1
     */
    public void show(long done, long all, String text) {
        int filled = (int) (BAR_COLUMNS * Math.min(1, (double) done / all));
        show('[' + "#".repeat(filled) + "-".repeat(BAR_COLUMNS - filled) + "] " + text);
    }

    /** Shows a text if the last one has stood for a tenth of a second: work is not slowed. */
    public synchronized void showAtTimes(String text) {
        double now = isShown ? watch.seconds() : 0;
        if (isShown && now >= next) {
            next = now + LEAST_SECONDS_BETWEEN;
            write(text);
        }
    }

    /** Takes the line away, so that the report starts on a clean one. */
    public synchronized void clear() {
        if (width > 0) {
            write("");
            err.print('\r');
            err.flush();
            width = 0;
        }
    }

    private void write(String text) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        err.print('\r' + text + blanks);
        err.flush();
        width = text.length();
    }
}
