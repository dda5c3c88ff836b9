package dev.countermand.loop;

import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.Taking;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a future whose only listener was cancelled before it could hear it.
 *
 * <p>asyncio raises CancelledError in the listener's place and counts the outcome as retrieved:
 * unless somebody looks later, a value is gone and an error leaves no trace.
 */
final class LostOutcome {
    private LostOutcome() {}

    /** Remembers it, to see at the end of the run whether anybody has looked meanwhile. */
    static void suspect(Future<?> future, Task<?> listener) {
        Findings findings = listener.loop.simulation().findings();
        Oracle oracle = oracleOf(future);
        if (findings.watches(oracle)) {
            Stamp at = findings.now();
            findings.suspect(() -> {
                if (!future.heard) {
                    report(findings, future, listener, at);
                }
            });
        }
    }

    private static Oracle oracleOf(Future<?> future) {
        if (future.isFailed()) {
            return Oracle.ERROR_LOST;
        }
        return taking(future) == null ? Oracle.RESULT_LOST : taking(future).oracle();
    }

    private static @Nullable Taking taking(Future<?> future) {
        return future instanceof Task<?> task && task.coroutine() instanceof Taking taking
                ? taking
                : null;
    }

    private static void report(
            Findings findings, Future<?> future, Task<?> listener, Stamp at) {
        String fate = listener.describe() + " was cancelled before it could hear of it";
        Taking taking = taking(future);
        if (future.isFailed()) {
            findings.report(Oracle.ERROR_LOST, NamedError.of(future.exception()) + " of "
                    + future.describe() + " is lost: " + fate, at);
        } else if (taking == null) {
            Object value = future.result();
            if (value != null && !(value instanceof Boolean)) {
                findings.report(Oracle.RESULT_LOST,
                        "the result of " + future.describe() + " is lost: " + fate, at);
            }
        } else if (taking.isStillMissing(future)) {
            findings.report(taking.oracle(), taking.what() + " is lost: " + fate, at);
        }
    }
}
