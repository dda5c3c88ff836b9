package dev.countermand.cli.terminal;

/**
 * Real time since a command began: for its progress line and for a budget that the user sets. The
 * one place of this program that looks at a clock; no run depends on it.
 */
public final class StopWatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long begin = System.nanoTime();

    /** The seconds since this watch was made. */
    public double seconds() {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
