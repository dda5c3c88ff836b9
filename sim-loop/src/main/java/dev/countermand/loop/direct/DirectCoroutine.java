package dev.countermand.loop.direct;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Surroundings.Beside;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine whose body is plain Java on a thread of its own.
 *
 * @param <T> the type of the value it returns
 */
final class DirectCoroutine<T> extends Coroutine<T> {
    /** The coroutine that this thread carries. */
    private static final ThreadLocal<@Nullable DirectCoroutine<?>> CARRIED = new ThreadLocal<>();

    /** How often an unfinished body is told to end before it is left alone. */
    private static final int CLOSE_ATTEMPTS = 10;

    /** Null if the simulation in which the coroutine begins is to decide. */
    private final @Nullable Backend backend;
    private final String name;
    private final Callable<? extends @Nullable T> body;

    /** Whether it waits in the JDK as well, for locks and latches. */
    private final boolean isThread;
    private @Nullable Carrier carrier;
    private @Nullable SimLoop loop;
    private boolean inline;
    private boolean finished;

    /** What passes between the two threads, together with the turn. */
    private @Nullable Throwable thrown;

    private @Nullable Signal signal;
    private @Nullable Runnable errand;
    private @Nullable T value;

    /** The coroutine of another kind that this one's body awaits and that is suspended. */
    private @Nullable Coroutine<?> waitingIn;
    private @Nullable Throwable failure;

    /** What the task of a thread awaits while that waits in the JDK; null if it does not. */
    private @Nullable Future<Object> wait;

    /** What ends the wait of a thread for a future when the thread is interrupted. */
    private @Nullable Runnable onInterrupt;

    private @Nullable LockWaits locks;

    DirectCoroutine(
            @Nullable Backend backend, String name, Callable<? extends @Nullable T> body) {
        this(backend, name, body, false);
    }

    DirectCoroutine(@Nullable Backend backend, String name,
            Callable<? extends @Nullable T> body, boolean isThread) {
        this.backend = backend;
        this.name = name;
        this.body = body;
        this.isThread = isThread;
    }

    /**
     * A thread that is not started: starting it hands over this coroutine, which then carries it.
     *
     * @param onStart is given the coroutine, to make a task of it
     */
    static Thread unstartedThread(SimLoop loop, String name, Runnable work,
            Consumer<Coroutine<Object>> onStart) {
        DirectCoroutine<Object> coroutine = new DirectCoroutine<>(null, name, () -> {
            work.run();
            return null;
        }, true);
        MountedCarrier made = new MountedCarrier(
                name, coroutine::runBody, loop.surroundings().beside());
        made.allowWaits(() -> {
            made.allowWaits(coroutine::waitIsOver);
            onStart.accept(coroutine);
        });
        coroutine.carrier = made;
        coroutine.loop = loop;
        coroutine.locks = LockWaits.of(loop.simulation());
        return made.threadToStart();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected boolean hasBegun() {
        return finished || inline || carrier != null;
    }

    /** Whether the body has ended, or never will begin. */
    boolean isFinished() {
        return finished;
    }

    @Override
    public Signal resume(@Nullable Throwable error) {
        DirectCoroutine<?> caller = CARRIED.get();
        if (caller != null) {
            // Threads are carried by the loop's thread only, so it is asked to do it.
            return caller.askLoop(() -> resume(error));
        }
        checkUsable(finished || inline);
        if (carrier == null) {
            if (error != null) {
                finished = true;
                throw Throwing.asIs(error);
            }
            loop = SimLoop.running();
            locks = LockWaits.of(loop.simulation());
            Beside beside = loop.surroundings().beside();
            carrier = backendIn(loop.simulation()).carrier(name, this::runBody, beside);
            if (isThread && beside == Beside.NOTHING) {
                carrier.allowWaits(this::waitIsOver);
            }
        }
        if (error != null && carrier.waitsIn() != null) {
            // A wait of the JDK knows no other way to end early.
            carrier.interrupt();
        }
        thrown = error;
        wait = null;
        runOnCarrier(carrier);
        locks.look();
        if (!finished) {
            JdkWait jdkWait = carrier.waitsIn();
            return jdkWait == null ? signal : waitInTheJdk(jdkWait);
        }
        if (failure != null) {
            throw Throwing.asIs(failure);
        }
        return returned(value);
    }

    /** The thread has yielded, or waits for another thread. */
    private Signal waitInTheJdk(JdkWait begun) {
        if (carrier.isReady()) {
            return Signal.YIELDED;
        }
        wait = loop.createFuture();
        wait.setPurpose(begun.call());
        locks.add(this, begun);
        return wait;
    }

    /**
     * Another thread has let this one go on, or has interrupted it. One that the simulation does
     * not know is not heard: when it comes, no schedule could repeat.
     */
    private void waitIsOver() {
        if (SimLoop.runningOrNull() != loop) {
            return;
        }
        if (wait != null) {
            goOn();
        } else if (onInterrupt != null) {
            onInterrupt.run();
        }
    }

    private void goOn() {
        Future<Object> over = wait;
        wait = null;
        if (!over.isDone()) {
            over.setResult(null);
        }
    }

    /** Whether the wait in the JDK goes on; if it is over, so is the task's. */
    boolean stillWaits() {
        if (wait != null && carrier.isReady()) {
            goOn();
        }
        return wait != null;
    }

    /** Whether it waits for a monitor of the JVM. */
    boolean waitsForMonitor() {
        JdkWait in = carrier.waitsIn();
        return in != null && in.on() == JdkWait.On.A_MONITOR;
    }

    private Backend backendIn(Simulation simulation) {
        return backend == null ? DirectStyle.of(simulation).backend() : backend;
    }

    private void checkUsable(boolean used) {
        if (used) {
            throw new RuntimeError(finished
                    ? "cannot reuse already awaited coroutine"
                    : "coroutine is being awaited already", AWAITED_TWICE);
        }
    }

    /**
     * Lets the body run until it awaits something or ends, and does the errands it has meanwhile.
     */
    private void runOnCarrier(Carrier running) {
        boolean blocked = true;
        try {
            running.resume();
            while (errand != null) {
                Runnable work = errand;
                errand = null;
                work.run();
                running.resume();
            }
            blocked = false;
        } finally {
            // A body that blocks its thread is given up.
            finished = blocked || running.hasEnded();
        }
    }

    private void runBody() {
        CARRIED.set(this);
        SimLoop.carryOnThisThread(loop);
        try {
            value = body.call();
        } catch (Throwable error) {
            failure = error;
        } finally {
            SimLoop.carryOnThisThread(null);
            CARRIED.remove();
        }
    }

    /**
     * Does something on the loop's thread while this coroutine waits, and passes on what comes of
     * it.
     */
    private <R> R askLoop(Callable<R> work) {
        @Nullable Object[] outcome = new Object[1];
        @Nullable Throwable[] error = new Throwable[1];
        errand = () -> {
            try {
                outcome[0] = work.call();
            } catch (Throwable raised) {
                error[0] = raised;
            }
        };
        carrier.pause();
        if (error[0] != null) {
            throw Throwing.asIs(error[0]);
        }
        @SuppressWarnings("unchecked")
        R result = (R) outcome[0];
        return result;
    }

    /** The coroutine that the calling thread carries. */
    static DirectCoroutine<?> current() {
        DirectCoroutine<?> current = CARRIED.get();
        if (current == null) {
            throw SimLoop.runningOrNull() == null
                    ? new RuntimeError("await outside a running loop",
                            "only a coroutine that a simulation runs can await: give its code to"
                                    + " Asyncio.run, and let other threads be jobs of"
                                    + " runInExecutor")
                    : new RuntimeError("await inside a callback",
                            "a callback runs to its end: let it make a task with createTask, which"
                                    + " can await");
        }
        return current;
    }

    /** Awaits something inside this coroutine's body. */
    <V> @Nullable V await(Awaitable<V> awaitable) {
        if (awaitable instanceof Future<V> future) {
            return future.isDone() ? future.result() : awaited(future, suspend(future));
        }
        if (awaitable instanceof DirectCoroutine<V> direct) {
            return direct.runInline();
        }
        Coroutine<V> coroutine = (Coroutine<V>) awaitable;
        Throwable error = null;
        while (true) {
            Signal next = coroutine.resume(error);
            if (next == Signal.RETURNED) {
                return coroutine.result();
            }
            waitingIn = coroutine;
            error = suspend(next);
            waitingIn = null;
        }
    }

    /** Awaits a future in a thread, and does something when the thread is interrupted meanwhile. */
    void await(Future<?> future, Runnable interrupted) {
        onInterrupt = interrupted;
        try {
            await(future);
        } finally {
            onInterrupt = null;
        }
    }

    /** Awaiting a coroutine that nobody has started runs its body here, as a call would. */
    private @Nullable T runInline() {
        checkUsable(hasBegun());
        inline = true;
        try {
            return body.call();
        } catch (Throwable error) {
            throw Throwing.asIs(error);
        } finally {
            finished = true;
        }
    }

    /**
     * Gives the turn to the loop; returns what to raise when the turn comes back, null for nothing.
     */
    @Nullable Throwable suspend(Signal on) {
        signal = on;
        carrier.pause();
        Throwable error = thrown;
        thrown = null;
        return error;
    }

    /** The place that the coroutine it waits in gives, in its user's terms, else a source line. */
    @Override
    public @Nullable String where() {
        String inner = waitingIn == null ? null : waitingIn.where();
        if (inner != null) {
            return inner;
        }
        return carrier == null || finished ? null : UserCode.place(carrier.stack());
    }

    /**
     * Raises GeneratorExit in the body until it ends.
     *
     * @throws RuntimeError if it goes on awaiting all the same
     */
    @Override
    public void close() {
        if (carrier == null) {
            finished |= !inline;
            return;
        }
        for (int attempt = 0; !finished && attempt < CLOSE_ATTEMPTS; attempt++) {
            thrown = new GeneratorExit();
            runOnCarrier(carrier);
        }
        if (!finished && carrier.waitsIn() != null) {
            // A thread that waits for a lock of the JDK heeds no interrupt: it stays there.
            finished = true;
        }
        if (!finished) {
            throw new RuntimeError("coroutine ignored GeneratorExit: " + name + " still waits at "
                    + UserCode.place(carrier.stack()));
        }
    }
}
