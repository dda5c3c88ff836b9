package dev.countermand.loop;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The failed futures of a loop on real time, and what became of those that the collector has taken.
 *
 * <p>A simulation keeps its failed futures until its end, so that no collector has a say in it. A
 * program that runs for weeks cannot: there, as in CPython, an error is reported when the last
 * reference to its future is gone and nobody has looked at it.
 */
final class ForgottenErrors {
    private static final int PRUNE_ABOVE = 64;

    private final ReferenceQueue<Future<?>> collected = new ReferenceQueue<>();
    private final Set<Failed> failed = new LinkedHashSet<>();
    private int pruneAt = PRUNE_ABOVE;

    /** The error of a future, which outlives it. */
    static final class Outcome {
        final Throwable error;
        boolean retrieved;

        Outcome(Throwable error) {
            this.error = error;
        }
    }

    /** A future is about to fail; what it is to keep instead of the bare error. */
    Outcome add(Future<?> future, Throwable error) {
        Outcome outcome = new Outcome(error);
        if (failed.size() >= pruneAt) {
            failed.removeIf(known -> known.outcome.retrieved);
            pruneAt = Math.max(PRUNE_ABOVE, failed.size() * 2);
        }
        failed.add(new Failed(future, outcome, collected));
        return outcome;
    }

    /** Gives the reports of the futures that were collected since the last call. */
    void reportCollected(Consumer<ExceptionReport> reports) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            Failed known = (Failed) gone;
            failed.remove(known);
            if (!known.outcome.retrieved) {
                reports.accept(new ExceptionReport(
                        known.message, known.outcome.error, known.subject, null));
            }
        }
    }

    /** At the end of the loop: the reports of all others. */
    List<ExceptionReport> atEnd() {
        List<ExceptionReport> reports = new ArrayList<>();
        for (Failed known : failed) {
            if (!known.outcome.retrieved) {
                known.outcome.retrieved = true;
                Future<?> future = known.get();
                reports.add(future == null
                        ? new ExceptionReport(
                                known.message, known.outcome.error, known.subject, null)
                        : ExceptionReport.ofFuture(known.message, known.outcome.error, future));
            }
        }
        failed.clear();
        return reports;
    }

    static String message(Future<?> future) {
        return (future instanceof Task ? "Task" : "Future") + " exception was never retrieved";
    }

    private static final class Failed extends WeakReference<Future<?>> {
        private final Outcome outcome;
        private final String message;
        private final String subject;

        Failed(Future<?> future, Outcome outcome, ReferenceQueue<Future<?>> queue) {
            super(future, queue);
            this.outcome = outcome;
            this.message = message(future);
            this.subject = future.describe();
        }
    }
}
