package dev.countermand.loop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One loop, a log, and marks that remember the iteration in which they were passed. */
public final class Trial {
    private final Simulation simulation;
    private final SimLoop loop;
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<ExceptionReport> reports = new ArrayList<>();
    private final Map<String, Long> marks = new LinkedHashMap<>();

    private Trial(Scheduler scheduler, Simulation.Settings settings) {
        simulation = new Simulation(new Choices(scheduler, OrderMode.ADVERSARIAL), settings);
        simulation.traceTo(events::add);
        loop = simulation.newLoop();
        loop.setExceptionHandler((owner, report) -> reports.add(report));
    }

    /** A loop like that of CPython 3.14, in CPython's order. */
    public static Trial begin() {
        return begin(PythonVersion.PYTHON_3_14);
    }

    /** A loop like that of some CPython, in its order. */
    public static Trial begin(PythonVersion python) {
        Simulation.Settings settings = Simulation.Settings.DEFAULT;
        return new Trial(new FifoStrategy().scheduler(0),
                new Simulation.Settings(python, settings.stepLimit(), settings.naming(),
                        settings.interruption()));
    }

    /** A loop whose choices somebody else makes, those of the ready queue included. */
    public static Trial begin(Scheduler scheduler) {
        return new Trial(scheduler, Simulation.Settings.DEFAULT);
    }

    /** A loop that gives up after some steps. */
    public static Trial begin(long stepLimit) {
        return new Trial(new FifoStrategy().scheduler(0),
                Simulation.Settings.DEFAULT.withStepLimit(stepLimit));
    }

    /** The world of the loop. */
    public Simulation simulation() {
        return simulation;
    }

    /** The loop. */
    public SimLoop loop() {
        return loop;
    }

    /** What was said so far. */
    public List<String> log() {
        return log;
    }

    /** The trace so far. */
    public List<TraceEvent> events() {
        return events;
    }

    /** What the exception handler was told so far. */
    public List<ExceptionReport> reports() {
        return reports;
    }

    /** Says something. */
    public void say(Object text) {
        log.add(String.valueOf(text));
    }

    /** An action that says something. */
    public Runnable saying(String text) {
        return () -> log.add(text);
    }

    /** An action that remembers the iteration in which it is first done. */
    public Runnable at(String mark) {
        return () -> marks.putIfAbsent(mark, loop.iterations());
    }

    /** The number of iterations from one mark to another. */
    public long between(String from, String to) {
        assertThat(marks).containsKeys(from, to);
        return marks.get(to) - marks.get(from);
    }

    /** A task with an automatic name. */
    public Task<Object> spawn(Coroutine<Object> coroutine) {
        return loop.createTask(coroutine);
    }

    /** A task with its coroutine's name. */
    public Task<Object> spawnNamed(Coroutine<Object> coroutine) {
        return loop.createTask(coroutine, TaskOptions.named(coroutine.name()));
    }

    /** A pending future. */
    public Future<Object> future() {
        return loop.createFuture();
    }

    /** A timeout that begins now: {@code asyncio.timeout(delay)}. */
    public Timeout timeoutIn(long delayNanos) {
        return new Timeout(loop.deadlineAfter(delayNanos));
    }

    /** Runs a program to its end and gives its result. */
    public @Nullable Object run(Coroutine<Object> main) {
        return loop.runUntilComplete(main);
    }

    /** Runs a program that is to fail, and gives its error. */
    public Throwable failure(Coroutine<Object> main) {
        Throwable error = catchThrowable(() -> loop.runUntilComplete(main));
        assertThat(error).isNotNull();
        return error;
    }
}
