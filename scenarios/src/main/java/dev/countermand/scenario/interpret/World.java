package dev.countermand.scenario.interpret;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.run.Runner;
import dev.countermand.scenario.value.RaisedBaseError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of one run share: the scenario's objects, the numbers of its invocations, and who
 * is running.
 */
public final class World {
    /**
     * After how many turns of its loops, within one step, a body is taken to loop for ever. The
     * step limit does not see such a body, as its step never ends.
     */
    static final long TURN_LIMIT = 10_000_000;

    private static final Object NOT_MADE = new Object();
    private static final Object[] NO_PLACES = {};

    private final CompiledProgram program;
    private final Simulation simulation;
    private final Events events;
    private final @Nullable Object[] shared;
    private final int[] invocations;

    /** Who hears what the bodies touch, null if nobody does. */
    final @Nullable AccessSink accesses;

    /** Objects that stand for the shared variables and the counters of invocations. */
    private final Object[] places;
    private final List<Task<?>> mustHonour = new ArrayList<>();
    private UnaryOperator<Coroutine<Object>> carry = UnaryOperator.identity();
    private @Nullable Runner runner;

    private long stepOfTurns;
    private long turns;

    /** The innermost body that runs now, null outside any. */
    @Nullable Frame running;

    /** The error that the host handles while a loop runs, null if none. */
    private @Nullable Throwable hostHandling;

    /** Creates the world of one run. */
    public World(CompiledProgram program, Simulation simulation, Events events) {
        this.program = program;
        this.simulation = simulation;
        this.events = events;
        this.shared = new Object[program.objects().size()];
        Arrays.fill(shared, NOT_MADE);
        this.invocations = new int[program.counters()];
        this.accesses = simulation.accesses();
        this.places = accesses == null ? NO_PLACES : new Object[shared.length + invocations.length];
        if (accesses != null) {
            makeEverything(accesses);
        }
    }

    /** The program whose run this is. */
    public CompiledProgram program() {
        return program;
    }

    /** The simulation it runs in. */
    public Simulation simulation() {
        return simulation;
    }

    /** Where events go. */
    public Events events() {
        return events;
    }

    /** Makes an invocation of a coroutine, as the host does. */
    public Coroutine<Object> invoke(String coroutine, @Nullable Object... args) {
        return invoke(program.coroutine(coroutine), args);
    }

    /** Makes an invocation of a coroutine: the coroutine object that awaits and tasks get. */
    Coroutine<Object> invoke(Code coroutine, @Nullable Object[] args) {
        return carry.apply(Frame.of(this, coroutine, args));
    }

    /** Lets something else drive the bodies, such as threads; it must pass everything on. */
    public void carryBodies(UnaryOperator<Coroutine<Object>> carrying) {
        carry = carrying;
    }

    /** A frame in which the host evaluates expressions. */
    public Frame host() {
        return Frame.ofHost(this);
    }

    /** Notes what error the host handles from now on, null for none. */
    public void hostHandles(@Nullable Throwable error) {
        // Raised again, a verdict is an error like any other: the program may catch it.
        hostHandling = error instanceof RunAborted
                ? new RaisedBaseError(NamedError.of(error), null)
                : error;
    }

    @Nullable Throwable hostHandling() {
        return hostHandling;
    }

    /** The label of the body that runs now, null outside any coroutine. */
    public @Nullable String label() {
        return running == null ? null : running.label();
    }

    /** The loop that runs, else the one that ran or was made last; null before the first. */
    public @Nullable SimLoop loop() {
        return simulation.latestLoop();
    }

    /** The runner of the host script, on which a program may call {@code run} itself. */
    Runner runner() {
        return Objects.requireNonNull(runner, "the host sets the runner first");
    }

    /** Notes the runner of the host script. */
    public void setRunner(Runner hostRunner) {
        runner = hostRunner;
    }

    /** Time of that loop in nanoseconds, 0 before there is one. */
    public long nanos() {
        SimLoop loop = loop();
        return loop == null ? 0 : loop.nanos();
    }

    /** The tasks that must end cancelled once a cancellation was asked for. */
    public List<Task<?>> mustHonour() {
        return mustHonour;
    }

    @Nullable Object shared(int slot) {
        if (shared[slot] == NOT_MADE) {
            shared[slot] = program.objects().get(slot).make(this);
        }
        return shared[slot];
    }

    /**
     * Makes all objects in their order, so that which is which does not depend on who is the first
     * to use one.
     */
    private void makeEverything(AccessSink sink) {
        for (int i = 0; i < places.length; i++) {
            places[i] = new Object();
            sink.made(places[i]);
        }
        for (int slot = 0; slot < shared.length; slot++) {
            try {
                Object object = shared(slot);
                if (object != null) {
                    sink.made(object);
                    noteLists(object);
                }
            } catch (RuntimeException ofConstructor) {
                // The error is for whoever uses the object, as it is without a sink.
                shared[slot] = NOT_MADE;
            }
        }
    }

    /** A shared object or the value of a shared variable, for a body that asks for it. */
    @Nullable Object readShared(int slot) {
        Object value = shared(slot);
        if (accesses != null) {
            accesses.read(places[slot]);
            noteLists(value);
        }
        return value;
    }

    /** Notes that the running body may look at all of a list, and at the lists in it. */
    void noteLists(@Nullable Object value) {
        if (accesses != null && value instanceof List<?> list) {
            accesses.read(list);
            for (Object item : list) {
                if (item != list) {
                    noteLists(item);
                }
            }
        }
    }

    /** Notes that the running body changes a list. */
    void noteChange(List<?> list) {
        if (accesses != null) {
            accesses.write(list);
        }
    }

    void setShared(int slot, @Nullable Object value) {
        if (accesses != null) {
            accesses.write(places[slot]);
            noteLists(value);
        }
        shared[slot] = value;
    }

    /** Counts a turn of a loop in the body that runs. */
    void countTurn(Frame frame) {
        if (simulation.steps() != stepOfTurns) {
            stepOfTurns = simulation.steps();
            turns = 0;
        }
        if (++turns > TURN_LIMIT) {
            turns = 0;
            throw Livelock.ofTurns(TURN_LIMIT, frame.name() + " at " + frame.pointer());
        }
    }

    int countInvocation(Code code) {
        if (accesses != null) {
            accesses.write(places[shared.length + code.counter]);
        }
        return ++invocations[code.counter];
    }
}
