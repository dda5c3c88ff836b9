package dev.countermand.real.kit;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.real.RealLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs one program on a virtual and on a real clock.
 *
 * <p>No two things are due in the same slot, so what happens on a real clock can differ only if the
 * loop is wrong, or if the machine is late by a whole slot. The second can be told from the first:
 * the first event that differs then has another slot too. Such a run says nothing about the loop
 * and is made again with slots of four times the length.
 *
 * @param seed the program's
 * @param virtual what happened in the simulation
 * @param real what happened on the real clock
 * @param attempts how many runs on the real clock it took
 */
public record Comparison(long seed, List<String> virtual, List<String> real, int attempts) {
    private static final Duration FIRST_SLOT = Duration.ofMillis(4);
    private static final int MOST_ATTEMPTS = 6;
    private static final int WORKERS = 64;

    /** Compares the program of a seed, its coroutines carried by a backend. */
    public static Comparison of(long seed, Backend backend) {
        Duration slot = FIRST_SLOT;
        for (int attempt = 1; ; attempt++) {
            Recording virtual = TimedProgram.of(seed).run(
                    on(backend, new Simulation()), slot, TimedProgram.Job.PRETENDS);
            Recording real = TimedProgram.of(seed).run(
                    on(backend, RealLoop.newWorld(WORKERS)), slot, TimedProgram.Job.SLEEPS);
            if (attempt == MOST_ATTEMPTS || !real.wasLateBeforeItDiffered(virtual)) {
                return new Comparison(seed, virtual.lines(), real.lines(), attempt);
            }
            slot = slot.multipliedBy(4);
        }
    }

    private static Simulation on(Backend backend, Simulation world) {
        world.setBodyStyle(new DirectStyle(world, backend));
        return world;
    }

    /** What differs first; empty if nothing does. */
    public Optional<String> difference() {
        for (int i = 0; i < Math.max(virtual.size(), real.size()); i++) {
            String expected = i < virtual.size() ? virtual.get(i) : "nothing";
            String happened = i < real.size() ? real.get(i) : "nothing";
            if (!expected.equals(happened)) {
                return Optional.of("program " + seed + ", event " + i + ": virtual: " + expected
                        + "; real: " + happened);
            }
        }
        return Optional.empty();
    }
}
