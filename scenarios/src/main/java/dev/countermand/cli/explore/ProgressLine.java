package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.StatusLine;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.search.Search;
import java.util.Locale;

/**
 * The line on a terminal that says how far a search has come.
 *
 * <p>It is renewed after each block of runs.
 */
public final class ProgressLine implements Search.Progress {
    /** Before that a rate says little. */
    private static final double LEAST_SECONDS = 0.5;

    private final StatusLine line;
    private final boolean isShown;
    private final long limit;
    private final SearchStop stop;

    /**
     * Creates the line of a search; it is shown only if a person watches.
     *
     * @param limit how many runs it makes at most
     * @param stop which knows how long it has taken
     */
    public ProgressLine(Surroundings surroundings, long limit, SearchStop stop) {
        this.line = new StatusLine(surroundings);
        this.isShown = surroundings.isInteractive();
        this.limit = limit;
        this.stop = stop;
    }

    @Override
    public void made(long runs) {
        if (isShown) {
            double seconds = stop.seconds();
            long rate = seconds < LEAST_SECONDS ? 0 : (long) (runs / seconds);
            String most = limit == Long.MAX_VALUE
                    ? "" : String.format(Locale.ROOT, " of %,d", limit);
            String text = String.format(Locale.ROOT, "%,d%s runs", runs, most)
                    + (rate == 0 ? "" : String.format(Locale.ROOT, ", %,d a second", rate));
            if (limit == Long.MAX_VALUE) {
                line.show(text);
            } else {
                line.show(runs, limit, text + (rate == 0 ? "" : String.format(
                        Locale.ROOT, ", at most %,d s left", 1 + (limit - runs) / rate)));
            }
        }
    }

    /** Takes the line away, so that the report starts on a clean one. */
    public void clear() {
        line.clear();
    }
}
