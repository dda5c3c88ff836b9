package dev.countermand.loop;

import static dev.countermand.loop.VersionDifference.HANDLER_RUNS_IN_SUBJECTS_CONTEXT;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where errors go that no program code can be told: {@code call_exception_handler}. */
final class ExceptionReports {
    private static final Logger LOG = System.getLogger("dev.countermand.loop");
    private static final int PRUNE_ABOVE = 64;

    private final SimLoop loop;

    /** Null until a future fails on real time. */
    private @Nullable ForgottenErrors forgotten;

    private List<Failure> failures = new ArrayList<>();
    private int pruneAt = PRUNE_ABOVE;
    private @Nullable ExceptionHandler handler;

    ExceptionReports(SimLoop loop) {
        this.loop = loop;
    }

    void setHandler(@Nullable ExceptionHandler newHandler) {
        handler = newHandler;
    }

    void call(ExceptionReport report) {
        if (handler == null) {
            log(report);
            return;
        }
        boolean inSubjects = loop.python().has(HANDLER_RUNS_IN_SUBJECTS_CONTEXT);
        Context entered = inSubjects && report.context() != null
                ? report.context()
                : loop.currentContext();
        Context outer = loop.enterContext(entered);
        try {
            handler.handle(loop, report);
        } catch (KeyboardInterrupt | SystemExit | RunAborted leaving) {
            throw leaving;
        } catch (Throwable error) {
            log(new ExceptionReport("Unhandled error in exception handler", error, report, null));
        } finally {
            loop.enterContext(outer);
        }
    }

    private static void log(ExceptionReport report) {
        LOG.log(Level.ERROR, report.message(), report.exception());
    }

    /**
     * Remembers a future that fails, in case nobody asks for its error.
     *
     * @return what the future is to keep as its error
     */
    Object failed(Future<?> future, Throwable error) {
        if (loop.calls != null) {
            if (forgotten == null) {
                forgotten = new ForgottenErrors();
            }
            return forgotten.add(future, error);
        }
        Findings findings = loop.simulation().findings();
        failures.add(new Failure(future,
                findings.watches(Oracle.ERROR_UNRETRIEVED) ? findings.now() : null));
        if (failures.size() >= pruneAt) {
            failures.removeIf(known -> !known.future.isUnretrieved());
            pruneAt = Math.max(PRUNE_ABOVE, failures.size() * 2);
        }
        return error;
    }

    /** Reports the errors of the futures that nobody can ask any more, on real time. */
    void reportCollected() {
        if (forgotten != null) {
            forgotten.reportCollected(this::call);
        }
    }

    /**
     * At the end of a loop: reports the errors nobody asked for and the tasks that never ended.
     *
     * <p>CPython reports them when the garbage collector finds the object. Here the loop's end
     * stands for that moment, so that the reports do not depend on a collector; on real time only
     * for what the collector has not found until then.
     */
    void reportLeftovers(List<Task<?>> unfinished) {
        loop.generators().reportOpen();
        if (forgotten != null) {
            forgotten.atEnd().forEach(this::call);
        }
        List<Failure> failed = failures;
        failures = new ArrayList<>();
        for (Failure failure : failed) {
            Future<?> future = failure.future;
            if (future.isUnretrieved()) {
                Throwable error = future.exception();
                if (failure.at != null) {
                    loop.simulation().findings().report(Oracle.ERROR_UNRETRIEVED,
                            future.describe() + " failed with " + NamedError.of(error)
                                    + " and nobody asked", failure.at);
                }
                call(ExceptionReport.ofFuture(ForgottenErrors.message(future), error, future));
            }
        }
        for (Task<?> task : unfinished) {
            call(ExceptionReport.ofFuture(
                    "Task was destroyed but it is pending!", null, task));
        }
        loop.neverAwaited.report();
        for (int i = unfinished.size() - 1; i >= 0; i--) {
            unfinished.get(i).coroutine().close();
        }
    }

    /**
     * A future that failed.
     *
     * @param at when, null if nobody wants to know
     */
    private record Failure(Future<?> future, @Nullable Stamp at) {}
}
