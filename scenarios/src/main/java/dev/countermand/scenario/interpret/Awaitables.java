package dev.countermand.scenario.interpret;

import static dev.countermand.loop.VersionDifference.NOT_AWAITABLE_TEXT;
import static dev.countermand.loop.VersionDifference.REFUSED_WAIT_FOR_LEAVES_NO_TIMER;
import static dev.countermand.loop.VersionDifference.WAIT_FOR_IS_A_TIMEOUT;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.Shield;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.combine.WaitFor;
import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.AwaitableList;
import dev.countermand.scenario.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles awaitables: what is made, in which order, is what evaluating the Python makes. */
final class Awaitables {
    private static final String NOT_AWAITABLE =
            "An asyncio.Future, a coroutine or an awaitable is required";

    private final Compiler compiler;
    private final Names names;

    Awaitables(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    /** Makes the object that is awaited; a reference gives whatever it holds. */
    Evaluation compile(Awaitable awaitable) {
        if (awaitable instanceof Awaitable.Reference reference) {
            return names.reference(reference.name())::get;
        }
        if (awaitable instanceof Awaitable.CoroutineCall call) {
            return call(call);
        }
        if (awaitable instanceof Awaitable.Sleep sleep) {
            Evaluation delay = Expressions.compile(sleep.delay(), names);
            Evaluation result = Expressions.compile(sleep.result(), names);
            return frame -> sleep(delay.in(frame), result.in(frame));
        }
        if (awaitable instanceof Awaitable.Gather gather) {
            Evaluation list = compileList(gather.over());
            return frame -> Gather.of(
                    awaitables(list.in(frame)), gather.returnExceptions());
        }
        if (awaitable instanceof Awaitable.Shield shield) {
            Evaluation inner = compile(shield.inner());
            return frame -> Shield.of(required(inner.in(frame)));
        }
        Awaitable.WaitFor waitFor = (Awaitable.WaitFor) awaitable;
        Evaluation inner = compile(waitFor.inner());
        Evaluation timeout = Expressions.compile(waitFor.timeout(), names);
        return frame -> {
            Object awaited = inner.in(frame);
            return new DeferredWaitFor(awaited, timeout.in(frame));
        };
    }

    /** A coroutine object of the scenario's own. */
    Evaluation call(Awaitable.CoroutineCall call) {
        Code code = compiler.coroutine(call.coroutine());
        List<Evaluation> args = Expressions.compileAll(call.args(), names);
        return frame -> frame.world.invoke(code, Expressions.evaluate(args, frame));
    }

    /** A list of awaitable objects; a list variable gives the list it holds. */
    Evaluation compileList(AwaitableList list) {
        if (list instanceof AwaitableList.Variable variable) {
            return names.reference(variable.name())::get;
        }
        List<Evaluation> items = new ArrayList<>();
        ((AwaitableList.Items) list).items().forEach(item -> items.add(compile(item)));
        return frame -> {
            List<@Nullable Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.in(frame)));
            return values;
        };
    }

    static Coroutine<Object> sleep(@Nullable Object delay, @Nullable Object result) {
        return new DeferredSleep(delay, result);
    }

    /** The value in an {@code await}. */
    static dev.countermand.loop.Awaitable<?> inAwait(@Nullable Object value) {
        if (value instanceof dev.countermand.loop.Awaitable<?> awaitable) {
            return awaitable;
        }
        String type = Values.typeName(value);
        throw new TypeError(SimLoop.running().python().has(NOT_AWAITABLE_TEXT)
                ? "'" + type + "' object can't be awaited"
                : "object " + type + " can't be used in 'await' expression");
    }

    /** The value as the argument of a function that takes awaitables. */
    static dev.countermand.loop.Awaitable<?> required(@Nullable Object value) {
        if (value instanceof dev.countermand.loop.Awaitable<?> awaitable) {
            return awaitable;
        }
        throw new TypeError(NOT_AWAITABLE);
    }

    /** The items of a list as arguments of a function that takes awaitables. */
    static List<dev.countermand.loop.Awaitable<?>> awaitables(@Nullable Object list) {
        List<dev.countermand.loop.Awaitable<?>> items = new ArrayList<>();
        for (Object item : list(list)) {
            if (!(item instanceof dev.countermand.loop.Awaitable<?>)) {
                // Python makes futures of them one by one, so those before it are tasks already.
                items.forEach(earlier -> earlier.ensureFuture(SimLoop.running()));
            }
            items.add(required(item));
        }
        return items;
    }

    /**
     * The items of the list that {@code wait} takes, which may only be futures and tasks.
     *
     * <p>CPython finds one that is none when it adds its callbacks. By then the timer is set and
     * the futures before it have theirs, and so they remain.
     *
     * @param limit the timeout in nanoseconds, null for none
     */
    static List<Future<?>> futures(@Nullable Object list, @Nullable Long limit) {
        List<Future<?>> items = new ArrayList<>();
        for (Object item : list(list)) {
            if (!(item instanceof Future<?>)) {
                if (limit != null) {
                    SimLoop.running().callLater(limit, () -> {});
                }
                items.forEach(earlier -> earlier.addDoneCallback(done -> {}));
            }
            items.add(Cast.to(Future.class, item, "add_done_callback"));
        }
        return items;
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TypeError("'" + Values.typeName(value) + "' object is not iterable");
    }

    /** {@code sleep(delay)}: looks at its arguments when it first runs, as a coroutine does. */
    private static final class DeferredSleep extends Deferred {
        private final @Nullable Object delay;
        private final @Nullable Object result;

        DeferredSleep(@Nullable Object delay, @Nullable Object result) {
            super("sleep");
            this.delay = delay;
            this.result = result;
        }

        @Override
        Coroutine<?> begin() {
            return new Sleep<>(Seconds.toSleep(delay), result);
        }
    }

    /** {@code wait_for(awaitable, timeout)}: likewise. */
    private static final class DeferredWaitFor extends Deferred {
        private final @Nullable Object inner;
        private final @Nullable Object timeout;

        DeferredWaitFor(@Nullable Object inner, @Nullable Object timeout) {
            super("wait_for");
            this.inner = inner;
            this.timeout = timeout;
        }

        @Override
        Coroutine<?> begin() {
            SimLoop loop = SimLoop.running();
            Long nanos = timeout == null ? null : Seconds.delay(timeout);
            boolean isAwaitable = inner instanceof dev.countermand.loop.Awaitable<?>;
            boolean awaitsItself = nanos == null
                    || nanos > 0 && loop.python().has(WAIT_FOR_IS_A_TIMEOUT);
            if (!isAwaitable && nanos != null && nanos > 0) {
                // The timer is set before that is found out; 3.11 never cancels it, and a cancelled
                // one still takes part in the order of the heap.
                TimerHandle timer = loop.callLater(nanos, () -> {});
                if (loop.python().has(REFUSED_WAIT_FOR_LEAVES_NO_TIMER)) {
                    timer.cancel();
                }
            }
            dev.countermand.loop.Awaitable<?> awaited =
                    awaitsItself ? inAwait(inner) : required(inner);
            return WaitFor.of(loop, awaited, nanos);
        }
    }
}
