package dev.countermand.executors;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.Violation;
import org.jspecify.annotations.Nullable;

/** Runs ordinary Java in a simulation. */
final class InSimulation {
    private InSimulation() {}

    /** What is run. */
    interface Body<T> {
        @Nullable T run(Sim sim) throws Exception;
    }

    /** Runs a body in the order that nobody has disturbed. */
    static <T> @Nullable T run(Body<T> body) {
        return run((kind, about, bound) -> 0, body);
    }

    /** Runs a body that comes to a deadlock; gives the verdict, as it was when it happened. */
    static @Nullable Violation deadlock(Body<?> body) {
        Simulation world = new Simulation();
        try {
            Runner.run(world, DirectStyle.thread("main", () -> body.run(Sim.running())));
        } catch (Deadlock again) {
            // Closing the loop may come to another one.
        }
        return world.findings().end();
    }

    /** Runs a body with the choices of a scheduler. */
    static <T> @Nullable T run(Scheduler scheduler, Body<T> body) {
        Simulation world = new Simulation(
                new Choices(scheduler, OrderMode.LEGAL), Simulation.Settings.DEFAULT);
        return Runner.run(world, DirectStyle.thread("main", () -> body.run(Sim.running())));
    }
}
