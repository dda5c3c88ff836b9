package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import java.time.Clock;
import java.util.random.RandomGenerator;

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

    /** The ordinary Java of the loop that runs on this thread. */
    public static Sim running() {
        return of(SimLoop.running());
    }

    /** The loop underneath. */
    public SimLoop loop() {
        return loop;
    }

    /**
     * The loop's clock. It shows {@link SimClock#EPOCH}, in UTC, when the loop is made.
     *
     * @return a clock that is an {@link java.time.InstantSource} too
     */
    public Clock clock() {
        return new SimClock(loop);
    }

    /**
     * Random numbers that belong to the schedule: the same for the same schedule, other ones in
     * others.
     */
    public RandomGenerator random() {
        Simulation world = loop.simulation();
        return world.attached(ChosenRandom.class, () -> new ChosenRandom(world.choices()));
    }
}
