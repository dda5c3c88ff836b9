package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.StopWatch;
import dev.countermand.loop.run.ProcessInterrupts;
import java.util.function.BooleanSupplier;

/**
 * Ends a search before its last run: when its budget of real time is spent, or when the user
 * interrupts it. Either way the search ends in good order, and what is known by then is printed.
 *
 * <p>A second interrupt ends the process at once.
 */
public final class SearchStop implements BooleanSupplier, AutoCloseable {
    private final StopWatch watch = new StopWatch();
    private final double budgetSeconds;
    private final ProcessInterrupts interrupts;
    private volatile boolean interrupted;

    /**
     * Begins to listen, until {@link #close}.
     *
     * @param budgetSeconds how long the search may take; infinity for as long as it takes
     */
    public SearchStop(double budgetSeconds) {
        this.budgetSeconds = budgetSeconds;
        this.interrupts = ProcessInterrupts.callOnce(() -> interrupted = true);
    }

    @Override
    public boolean getAsBoolean() {
        return interrupted || watch.seconds() >= budgetSeconds;
    }

    /** Whether the user interrupted the search. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** How long the search has taken. */
    public double seconds() {
        return watch.seconds();
    }

    @Override
    public void close() {
        interrupts.close();
    }
}
