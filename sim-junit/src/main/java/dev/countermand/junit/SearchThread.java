package dev.countermand.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread for the search of one test, so that JUnit's can be interrupted meanwhile.
 *
 * <p>JUnit interrupts the thread of a test that takes too long. A thread that carries coroutines
 * cannot be told so: the JVM clears its interrupt status whenever a coroutine is mounted on it or
 * taken off. The thread that waits here can, and ends the search between two runs; a run that does
 * not end either is left to itself.
 */
final class SearchThread<T> implements BooleanSupplier {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<@Nullable T> result = new ArrayList<>();
    private final List<Throwable> raised = new ArrayList<>();
    private volatile boolean isInterrupted;

    /** Whether the search is to end. */
    @Override
    public boolean getAsBoolean() {
        return isInterrupted;
    }

    /**
     * Searches, and waits for the end.
     *
     * @return what the search gives
     * @throws Throwable what the search raises
     * @throws IllegalStateException if this thread is interrupted and a run goes on regardless
     */
    @Nullable T run(Callable<@Nullable T> search) throws Throwable {
        Thread thread = new Thread(() -> {
            try {
                result.add(search.call());
            } catch (Throwable error) {
                raised.add(error);
            }
        }, Thread.currentThread().getName());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException tooLong) {
            isInterrupted = true;
            boolean hasEnded = hasEnded(thread);
            Thread.currentThread().interrupt();
            if (!hasEnded) {
                throw new IllegalStateException("expected the run to end or to await, but "
                        + PATIENCE.toSeconds() + " s after JUnit has interrupted the test it still"
                        + " calculates", tooLong);
            }
        }
        if (!raised.isEmpty()) {
            throw raised.get(0);
        }
        return result.get(0);
    }

    private static boolean hasEnded(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException again) {
            // Whoever insists does not want to wait.
        }
        return !thread.isAlive();
    }
}
