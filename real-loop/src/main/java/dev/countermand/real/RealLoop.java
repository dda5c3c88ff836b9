package dev.countermand.real;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Simulation.Settings;
import dev.countermand.loop.Simulation.TaskNaming;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.run.ProcessInterrupts;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs in direct style for real: on a monotonic clock, first in, first out, with an
 * executor that has threads.
 *
 * <p>A program needs no change. Where a test says {@code Asyncio.run(world, body)} with a
 * simulation, its {@code main} says {@code RealLoop.run(body)}, or hands a world of {@link
 * #newWorld()} to the same function.
 */
public final class RealLoop {
    /** The most workers that {@code ThreadPoolExecutor} of Python has by default. */
    private static final int MOST_WORKERS = 32;

    private static final int WORKERS_BESIDE_PROCESSORS = 4;

    private RealLoop() {}

    /**
     * Runs a program for real, on the calling thread: {@code asyncio.run}.
     *
     * <p>On the JVM's main thread a SIGINT (Ctrl-C) cancels the main task, as with asyncio; a
     * second one raises KeyboardInterrupt out of this method, without waiting for the task. Both
     * take effect between two steps: code that never awaits is not stopped. A third one that finds
     * both of them waiting ends the process.
     *
     * @param main the body of the main coroutine
     * @return what it returns
     * @throws RuntimeError inside a running loop
     * @throws KeyboardInterrupt if a SIGINT ended it
     */
    public static <T> @Nullable T run(Callable<? extends @Nullable T> main) {
        Simulation world = newWorld();
        if (!ProcessInterrupts.isOnMainThread()) {
            return run(world, main);
        }
        try (ProcessInterrupts open = ProcessInterrupts.handTo(world)) {
            return run(world, main);
        }
    }

    /** Runs a program that returns nothing for real: {@code asyncio.run}. */
    public static void run(DirectStyle.Body main) {
        run(() -> {
            main.run();
            return null;
        });
    }

    private static <T> @Nullable T run(Simulation world, Callable<? extends @Nullable T> main) {
        DirectStyle.of(world);
        Coroutine<T> coroutine = DirectStyle.unbound("main", main);
        try {
            return Runner.run(world, coroutine);
        } finally {
            if (SimLoop.runningOrNull() != null) {
                // It was refused: one report of the mistake is enough.
                coroutine.close();
            }
        }
    }

    /**
     * Makes a world whose loops run on real time, for {@code Asyncio.run(world, body)} and {@link
     * Runner}. It hears of no SIGINT unless {@link ProcessInterrupts#handTo} hands them over.
     *
     * <p>Its executors have as many threads as Python's: four more than processors, 32 at most. No
     * oracle watches, and no step limit ends a run.
     */
    public static Simulation newWorld() {
        return newWorld(Math.min(MOST_WORKERS,
                Runtime.getRuntime().availableProcessors() + WORKERS_BESIDE_PROCESSORS));
    }

    /**
     * Makes a world whose default executors have a given number of threads.
     *
     * @param workers how many jobs run at a time, at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static Simulation newWorld(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException(
                    "an executor needs at least one worker, not " + workers);
        }
        Choices fifo = new Choices(new FifoStrategy().scheduler(0), OrderMode.LEGAL);
        Settings settings = new Settings(
                PythonVersion.PYTHON_3_14, Long.MAX_VALUE, TaskNaming.NUMBERED)
                .withOracles(OracleSet.NONE);
        return new Simulation(fifo, settings, loop -> new RealSurroundings(workers));
    }
}
