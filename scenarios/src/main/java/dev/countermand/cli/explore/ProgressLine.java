package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.scenario.run.ScenarioResult;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The line on a terminal that says how far a search has come.
 *
 * <p>It is renewed once every hundredth of the search and after every so many steps, not so often a
 * second: nothing in this program reads a clock.
 */
public final class ProgressLine implements Exploration.Observer {
    private static final long PARTS = 100;
    private static final long STEPS_BETWEEN = 1_000_000;

    private final PrintStream err;
    private final boolean isShown;
    private final long limit;
    private long stepsSince;
    private int width;

    /** Creates the line of a search of so many runs; it is shown only if a person watches. */
    public ProgressLine(Surroundings surroundings, long limit) {
        this.err = surroundings.err();
        this.isShown = surroundings.isInteractive();
        this.limit = limit;
    }

    @Override
    public void ran(long runs, long seed, ScenarioResult result) {
        if (!isShown) {
            return;
        }
        stepsSince += result.steps();
        if (runs % Math.max(1, limit / PARTS) == 0 || stepsSince >= STEPS_BETWEEN) {
            stepsSince = 0;
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
