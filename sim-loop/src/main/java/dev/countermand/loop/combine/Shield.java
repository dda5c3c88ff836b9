package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.SHIELD_REPORTS_LATE_ERRORS;
import static dev.countermand.loop.VersionDifference.SHIELD_TRACKS_WHO_AWAITS;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.NamedError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a cancellation of the waiting side away from what it waits for: {@code asyncio.shield}.
 *
 * @param <T> the type of the value
 */
public final class Shield<T> {
    private static final DoneCallback REPORT_ERROR = Shield::reportError;

    private final Future<T> inner;
    private final Future<T> outer;
    private final DoneCallback passOn = this::passOn;

    private Shield(Future<T> inner, Future<T> outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /**
     * Shields an awaitable on the running loop; a future that is done is returned as it is: {@code
     * asyncio.shield}.
     */
    public static <T> Future<T> of(Awaitable<T> awaitable) {
        SimLoop running = SimLoop.running();
        Future<T> inner = awaitable.ensureFuture(running);
        if (inner.isDone()) {
            return inner;
        }
        SimLoop loop = inner.loop();
        Future<T> outer = loop.createFuture();
        outer.setPurpose("shield of " + inner.describe());
        Shield<T> shield = new Shield<>(inner, outer);
        if (loop.python().has(SHIELD_TRACKS_WHO_AWAITS) && loop.currentTask() != null) {
            // CPython 3.14 keeps track of who awaits whom; its callback takes a place in the queue.
            inner.addDoneCallback(done -> {});
        }
        inner.addDoneCallback(shield.passOn);
        outer.addDoneCallback(shield::outerDone);
        return outer;
    }

    private void passOn(Future<?> done) {
        if (outer.isCancelled()) {
            if (!inner.loop().python().has(SHIELD_REPORTS_LATE_ERRORS)
                    && !inner.isCancelled()) {
                inner.markRetrieved();
            }
            return;
        }
        if (inner.isCancelled()) {
            outer.cancel();
            return;
        }
        Throwable error = inner.exception();
        if (error != null) {
            outer.setException(error);
        } else {
            outer.setResult(inner.result());
        }
    }

    private void outerDone(Future<?> done) {
        if (!inner.isDone()) {
            inner.removeDoneCallback(passOn);
            if (inner.loop().python().has(SHIELD_REPORTS_LATE_ERRORS)) {
                inner.removeDoneCallback(REPORT_ERROR);
                inner.addDoneCallback(REPORT_ERROR);
            }
        }
    }

    private static void reportError(Future<?> inner) {
        if (inner.isCancelled()) {
            return;
        }
        @Nullable Throwable error = inner.exception();
        if (error != null) {
            inner.loop().callExceptionHandler(ExceptionReport.ofFuture(
                    NamedError.of(error) + " exception in shielded future", error, inner));
        }
    }
}
