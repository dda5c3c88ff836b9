package dev.countermand.explore.strategy;

import java.util.Arrays;

/**
 * A number for each actor of a run, forgotten at its end.
 *
 * <p>Actors are numbered from 1 by the simulation, so an array serves; emptying it is counting up.
 */
final class ActorTable {
    private static final int FIRST_CAPACITY = 64;

    private long[] values = new long[FIRST_CAPACITY];
    private int[] writtenIn = new int[FIRST_CAPACITY];
    private int run = 1;

    /** Forgets all numbers. */
    void clear() {
        run++;
    }

    boolean has(long actor) {
        return actor < values.length && writtenIn[(int) actor] == run;
    }

    /** The actor's number, 0 if it has none. */
    long get(long actor) {
        return has(actor) ? values[(int) actor] : 0;
    }

    void put(long actor, long value) {
        if (actor >= values.length) {
            int capacity = (int) Math.max(actor + 1, 2L * values.length);
            values = Arrays.copyOf(values, capacity);
            writtenIn = Arrays.copyOf(writtenIn, capacity);
        }
        values[(int) actor] = value;
        writtenIn[(int) actor] = run;
    }

    /** One more than the largest actor that can have a number. */
    int capacity() {
        return values.length;
    }
}
