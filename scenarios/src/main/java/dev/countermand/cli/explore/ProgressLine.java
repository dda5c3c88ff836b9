package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.search.Search;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The line on a terminal that says how far a search has come.
 *
 * <p>It is renewed after each block of runs.
 */
public final class ProgressLine implements Search.Progress {
    private final PrintStream err;
    private final boolean isShown;
    private final long limit;
    private int width;

    /** Creates the line of a search of so many runs; it is shown only if a person watches. */
    public ProgressLine(Surroundings surroundings, long limit) {
        this.err = surroundings.err();
        this.isShown = surroundings.isInteractive();
        this.limit = limit;
    }

    @Override
    public void made(long runs) {
        if (isShown) {
            show(String.format(Locale.ROOT, "%,d of %,d runs", runs, limit));
        }
    }

    /** Takes the line away, so that the report starts on a clean one. */
    public void clear() {
        if (width > 0) {
            show("");
            err.print('\r');
            err.flush();
            width = 0;
        }
    }

    private void show(String text) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        err.print('\r' + text + blanks);
        err.flush();
        width = text.length();
    }
}
