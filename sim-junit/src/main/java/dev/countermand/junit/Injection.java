package dev.countermand.junit;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/**
 * The objects of one run that a test can ask for.
 *
 * @param world the run's world
 * @param loop its loop
 * @param explore what the test tells the explorer
 */
record Injection(Simulation world, SimLoop loop, Explore explore) {
    private static final Set<Class<?>> OURS = Set.of(Simulation.class, SimLoop.class, Explore.class,
            Sim.class, Clock.class, InstantSource.class);

    /** Whether a parameter of this type is one of these. */
    static boolean isOurs(Class<?> type) {
        return OURS.contains(type);
    }

    /** Those of the loop that runs now; without one, of a world that is never run. */
    static Injection outsideARun() {
        SimLoop running = SimLoop.runningOrNull();
        Simulation world = running == null ? new Simulation() : running.simulation();
        return new Injection(
                world, running == null ? world.newLoop() : running, new Explore(world));
    }

    Object get(Class<?> type) {
        if (type == Simulation.class) {
            return world;
        }
        if (type == SimLoop.class) {
            return loop;
        }
        if (type == Explore.class) {
            return explore;
        }
        return type == Sim.class ? Sim.of(loop) : Sim.of(loop).clock();
    }
}
