package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;

/**
 * A simulated loop as ordinary Java sees it: executors, timers, a clock, chance and threads, all of
 * them decided by the simulation.
 */
public final class Sim {
    private final SimLoop loop;

    private Sim(SimLoop loop) {
        this.loop = loop;
    }

    /** The ordinary Java of a loop. */
    public static Sim of(SimLoop loop) {
        return new Sim(loop);
    }

    /** The loop underneath. */
    public SimLoop loop() {
        return loop;
    }
}
