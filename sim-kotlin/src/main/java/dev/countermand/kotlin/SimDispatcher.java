package dev.countermand.kotlin;

import dev.countermand.concurrent.Sim;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kotlin.Unit;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.CancellableContinuation;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Delay;
import kotlinx.coroutines.DisposableHandle;

/**
 * A {@link CoroutineDispatcher} of Kotlin on a simulated loop: {@code delay} and {@code
 * withTimeout} take virtual time, and which coroutine goes on next is a choice of the schedule
 * where there are several threads.
 *
 * <p>Coroutines of other dispatchers, such as {@code Dispatchers.Default}, stay outside the
 * simulation: hand dispatchers to the code under test.
 */
public final class SimDispatcher extends CoroutineDispatcher implements Delay {
    private final ScheduledExecutorService threads;

    private SimDispatcher(ScheduledExecutorService threads) {
        this.threads = threads;
    }

    /**
     * Makes a dispatcher with a number of threads.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static SimDispatcher of(Sim sim, int threads) {
        return new SimDispatcher(sim.scheduledExecutor(threads));
    }

    /** Makes a dispatcher with as many threads as there is work. */
    public static SimDispatcher of(Sim sim) {
        return of(sim, Integer.MAX_VALUE);
    }

    @Override
    public void dispatch(CoroutineContext context, Runnable block) {
        threads.execute(block);
    }

    @Override
    public void scheduleResumeAfterDelay(
            long timeMillis, CancellableContinuation<? super Unit> continuation) {
        Future<?> timer = threads.schedule(
                () -> continuation.resumeUndispatched(this, Unit.INSTANCE),
                timeMillis, TimeUnit.MILLISECONDS);
        continuation.invokeOnCancellation(cause -> {
            timer.cancel(false);
            return Unit.INSTANCE;
        });
    }

    @Override
    public DisposableHandle invokeOnTimeout(
            long timeMillis, Runnable block, CoroutineContext context) {
        Future<?> timer = threads.schedule(block, timeMillis, TimeUnit.MILLISECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public String toString() {
        return "simulated";
    }
}
