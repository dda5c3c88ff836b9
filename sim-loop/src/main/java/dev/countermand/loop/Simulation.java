package dev.countermand.loop;

import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The world of one run: its choices, its step budget, its signals, and the loops that are made in
 * it.
 *
 * <p>Everything that a run can depend on is here or comes from here; two simulations share nothing.
 */
public final class Simulation {
    /** The step limit of a simulation that names none. */
    public static final long DEFAULT_STEP_LIMIT = 10_000;

    private final Choices choices;
    private final Settings settings;
    private final Function<SimLoop, Surroundings> surroundings;
    private final Signals signals = new Signals();
    private final Findings findings;
    private final InterruptInjector interrupts;
    private final Map<Class<?>, Object> attached = new LinkedHashMap<>();
    private @Nullable Consumer<TraceEvent> traceSink;
    private @Nullable AccessSink accesses;
    private Runnable afterStep = () -> {};
    private Consumer<Runnable> host = Runnable::run;
    private @Nullable BodyStyle bodyStyle;
    private @Nullable SimLoop latestLoop;
    private long steps;
    private long taskIds;
    private long automaticNames;

    /** Creates a world that does what CPython 3.14 does, in CPython's order. */
    public Simulation() {
        this(new Choices(new FifoStrategy().scheduler(0), OrderMode.LEGAL), Settings.DEFAULT);
    }

    /** Creates a simulated world with the given choices and settings. */
    public Simulation(Choices choices, Settings settings) {
        this(choices, settings, Surroundings.SIMULATED);
    }

    /**
     * Creates a world, simulated or not.
     *
     * @param surroundings what lies around each loop that is made in it
     */
    public Simulation(
            Choices choices, Settings settings, Function<SimLoop, Surroundings> surroundings) {
        this.choices = choices;
        this.settings = settings;
        this.surroundings = surroundings;
        this.findings = new Findings(settings.oracles(), this::now);
        this.interrupts = new InterruptInjector(this, settings.interruption());
    }

    private TraceEvent.Stamp now() {
        return new TraceEvent.Stamp(steps, latestLoop == null ? 0 : latestLoop.nanos());
    }

    /**
     * What a simulation is like, apart from its choices.
     *
     * @param python the CPython to be equal to
     * @param stepLimit the number of loop steps, over all loops, after which it is a livelock
     * @param naming how tasks without a name are called
     * @param oracles what is watched without the program's asking
     * @param interruption whether a SIGINT may come between two steps
     */
    public record Settings(
            Compatibility python,
            long stepLimit,
            TaskNaming naming,
            OracleSet oracles,
            Interruption interruption) {
        /** CPython 3.14, {@value Simulation#DEFAULT_STEP_LIMIT} steps, {@code Task-1} and so on. */
        public static final Settings DEFAULT = new Settings(PythonVersion.PYTHON_3_14,
                DEFAULT_STEP_LIMIT, TaskNaming.NUMBERED);

        /** Settings with the oracles that are on by default, and without SIGINTs. */
        public Settings(Compatibility python, long stepLimit, TaskNaming naming) {
            this(python, stepLimit, naming, OracleSet.DEFAULT, Interruption.NEVER);
        }

        /** The same settings with another limit. */
        public Settings withStepLimit(long limit) {
            return new Settings(python, limit, naming, oracles, interruption);
        }

        /** The same settings with another way to name tasks. */
        public Settings withNaming(TaskNaming names) {
            return new Settings(python, stepLimit, names, oracles, interruption);
        }

        /** The same settings, with or without SIGINTs between steps. */
        public Settings withInterruption(Interruption signals) {
            return new Settings(python, stepLimit, naming, oracles, signals);
        }

        /** The same settings with other oracles. */
        public Settings withOracles(OracleSet watching) {
            return new Settings(python, stepLimit, naming, watching, interruption);
        }
    }

    /** Whether the explorer may let a SIGINT arrive. */
    public enum Interruption {
        /** Only those arrive that the program itself arranges. */
        NEVER,
        /** Up to two arrive between any two steps, each of them a choice. */
        BETWEEN_STEPS
    }

    /** How a task is called that is given no name. */
    public enum TaskNaming {
        /** {@code Task-1}, {@code Task-2}, ..: what asyncio does. */
        NUMBERED,
        /** After its coroutine. */
        AFTER_COROUTINE
    }

    /**
     * Records from now on the choices of this world and the events of the loops that are made in it
     * from now on; a loop that exists already stays untraced.
     */
    public void traceTo(Consumer<TraceEvent> sink) {
        traceSink = sink;
        choices.startRecording();
    }

    @Nullable Consumer<TraceEvent> traceSink() {
        return traceSink;
    }

    /** Reports from now on what the steps of loops touch that are made from now on. */
    public void reportAccessesTo(AccessSink sink) {
        accesses = sink;
    }

    /** Who hears what steps touch, null if nobody does. */
    public @Nullable AccessSink accesses() {
        return accesses;
    }

    /** Calls an action after each loop step: for invariants that must hold at every moment. */
    public void afterEachStep(Runnable action) {
        afterStep = action;
    }

    /**
     * Sets where loops run: given the work of a loop, the host runs it to its end, on whatever
     * thread, and lets its error out.
     */
    public void setHost(Consumer<Runnable> newHost) {
        host = newHost;
    }

    /** Sets what makes coroutines of plain Java in this world, and so carries them. */
    public void setBodyStyle(BodyStyle style) {
        bodyStyle = style;
    }

    /** What makes coroutines of plain Java in this world; null if it runs none. */
    public @Nullable BodyStyle bodyStyle() {
        return bodyStyle;
    }

    /**
     * Lets the program under test say something; only a traced run keeps it.
     *
     * @param in which of its parts speaks, null for none
     * @param event the kind of the event, such as {@code log}
     * @param fields what it says; null, booleans, numbers, strings, lists and maps
     */
    public void log(@Nullable String in, String event, Map<String, @Nullable Object> fields) {
        if (traceSink != null) {
            traceSink.accept(new TraceEvent.Logged(now(), in, event, fields));
        }
    }

    /**
     * Notes that something happened now that must not happen.
     *
     * @param in which part of the program saw it, null for none
     */
    public void violated(@Nullable String in, Violation.Kind kind, String message) {
        if (findings.violated(kind, message)) {
            log(in, "violation", Map.of("message", message));
        }
    }

    RuntimeError usedAfterClose() {
        SimLoop running = SimLoop.runningOrNull();
        Task<?> task = running == null ? null : running.currentTask();
        findings.report(Oracle.AFTER_CLOSE, (task == null ? "the host" : task.describe())
                + " scheduled something on a closed loop");
        return new RuntimeError("Event loop is closed");
    }

    Surroundings surroundingsOf(SimLoop loop) {
        return surroundings.apply(loop);
    }

    void hostLoop(Runnable loop) {
        host.accept(loop);
    }

    /** A step has ended: lets in a real signal, then checks the invariants. */
    void stepEnded() {
        signals.handlePending();
        afterStep.run();
        if (accesses != null) {
            accesses.stepEnds();
        }
    }

    /** Makes a loop in this world; its clock starts at 0. */
    public SimLoop newLoop() {
        latestLoop = new SimLoop(this);
        return latestLoop;
    }

    /** The loop that runs, else the one that ran or was made last; null before the first. */
    public @Nullable SimLoop latestLoop() {
        return latestLoop;
    }

    void noteRunning(SimLoop loop) {
        latestLoop = loop;
    }

    /** The seam that decides what asyncio leaves open. */
    public Choices choices() {
        return choices;
    }

    /**
     * What the oracles of this world have seen. Ask for {@link Findings#atEnd} when the last loop
     * of the run is closed.
     */
    public Findings findings() {
        return findings;
    }

    /** The CPython this world is equal to. */
    public Compatibility python() {
        return settings.python();
    }

    /** The signals of this world's process. */
    public Signals signals() {
        return signals;
    }

    InterruptInjector interrupts() {
        return interrupts;
    }

    /** How many loop steps have run so far, over all loops. */
    public long steps() {
        return steps;
    }

    /**
     * The object of a type that belongs to this world, for libraries that need one in each run.
     *
     * @param make makes it, when it is first asked for
     */
    public <T> T attached(Class<T> type, Supplier<T> make) {
        Object known = attached.get(type);
        if (known == null) {
            known = make.get();
            attached.put(type, known);
        }
        return type.cast(known);
    }

    /** Counts a step that is about to run; one too many ends the run. */
    void countStep(Handle handle) {
        if (steps >= settings.stepLimit()) {
            Livelock verdict = Livelock.ofSteps(settings.stepLimit(), handle.describe());
            findings.atLivelock(String.valueOf(verdict.getMessage()));
            if (accesses != null) {
                accesses.cutOff(settings.stepLimit());
            }
            throw verdict;
        }
        steps++;
        choices.atStep(steps);
    }

    long nextTaskId() {
        return ++taskIds;
    }

    /** The name of a new task; null if it is called after its coroutine. */
    @Nullable String taskName(@Nullable String given) {
        boolean automatic = given == null
                || !python().has(VersionDifference.NAMED_TASKS_USE_NO_NUMBER);
        if (!automatic || settings.naming() == TaskNaming.AFTER_COROUTINE) {
            return given;
        }
        String numbered = "Task-" + ++automaticNames;
        return given == null ? numbered : given;
    }
}
