package dev.countermand.real.kit;

import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Scopes.timeout;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A program in direct style, made up by chance, that can be run in any world. */
public final class TimedProgram {
    private final List<List<Step>> bodies;

    /** The slot in which a SIGINT comes; 0 if none does. */
    private final int interrupt;

    private TimedProgram(List<List<Step>> bodies, int interrupt) {
        this.bodies = bodies;
        this.interrupt = interrupt;
    }

    /** The program of a seed. In one of eight a SIGINT comes. */
    public static TimedProgram of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int interrupt = random.nextInt(8) == 0 ? random.nextInt(1, Step.SLOTS) : 0;
        return new TimedProgram(Step.tasks(random, interrupt), interrupt);
    }

    /** Runs it and records what happened. */
    Recording run(Simulation world, Duration slot, Job job) {
        Recording recording = new Recording(slot);
        world.traceTo(recording::add);
        SimLoop[] loop = new SimLoop[1];
        String end;
        try {
            end = "returned " + Asyncio.run(world, () -> {
                loop[0] = getRunningLoop();
                return main(recording, job);
            });
        } catch (Throwable error) {
            end = Playing.inWords(error);
        }
        recording.add(loop[0].nanos(), end);
        return recording;
    }

    private Object main(Recording recording, Job job) {
        SimLoop loop = getRunningLoop();
        recording.begin(loop);
        Playing playing = new Playing(recording, job);
        loop.setExceptionHandler((ignored, report) -> {
            // When errors that nobody asked for are reported is up to the collector on real time.
            if (!report.message().endsWith("was never retrieved")) {
                recording.add(loop.nanos(), report.message());
            }
        });
        if (interrupt > 0) {
            loop.simulation().signals().interruptAt(recording.beginning(interrupt));
        }
        List<Task<Object>> tasks = new ArrayList<>();
        for (List<Step> body : bodies) {
            tasks.add(createTask("task" + tasks.size(), () -> playing.run(body)));
        }
        playing.know(tasks);
        return timeout(recording.until(loop, Step.SLOTS), () ->
                Playing.inWords(await(gatherWithErrors(tasks))));
    }

    /** How a job of the executor spends the time that it is said to take. */
    public enum Job {
        /** Its virtual time is over when it runs. */
        PRETENDS,
        /** It sleeps on its thread. */
        SLEEPS;

        void spend(Duration time) throws InterruptedException {
            if (this == SLEEPS) {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        }
    }
}
