package dev.countermand.cli.explore;

import dev.countermand.loop.schedule.RandomStream;

/**
 * The seeds of the runs of one exploration: each run has its own, so that it can be repeated
 * without the runs before it.
 *
 * <p>Neighbouring base seeds give unrelated runs. A seed is a number from 0 to 2^53 - 1, as more
 * would be rounded by readers of JSON that keep numbers as doubles.
 */
final class RunSeeds {
    private static final int UNUSED_BITS = Long.SIZE - 53;

    private final RandomStream stream;

    RunSeeds(long base) {
        stream = RandomStream.of(base, "runs");
    }

    /** The seed of the next run. */
    long next() {
        return stream.nextLong() >>> UNUSED_BITS;
    }
}
