package dev.countermand.loop.run;

import static dev.countermand.loop.VersionDifference.EXECUTOR_SHUTDOWN_TIMES_OUT;

import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.loop.error.TimeoutError;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for the jobs of the default executor: {@code loop.shutdown_default_executor}. */
public final class ShutdownExecutor extends StepCoroutine<Object> {
    private static final Logger LOG = System.getLogger("dev.countermand.loop");

    private final SimLoop loop;
    private final Duration timeLimit;
    private final Timeout timeout;
    private @Nullable Future<Object> joined;

    /**
     * Creates the coroutine.
     *
     * @param timeLimit how long it waits, on the loop's clock; without effect before Python 3.13
     */
    public ShutdownExecutor(SimLoop loop, Duration timeLimit) {
        this.loop = loop;
        this.timeLimit = timeLimit;
        boolean limited = loop.python().has(EXECUTOR_SHUTDOWN_TIMES_OUT);
        this.timeout = new Timeout(limited ? loop.deadlineAfter(timeLimit.toNanos()) : null);
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == 0) {
            loop.executor().refuseJobs();
            if (!loop.executor().wasUsed()) {
                return returned(null);
            }
            joined = loop.executor().joined();
            timeout.enter();
            state = 1;
            return joined;
        }
        try {
            leave(thrown);
        } catch (TimeoutError late) {
            LOG.log(Level.WARNING, "The executor did not finishing joining its threads within "
                    + timeLimit.toSeconds() + " seconds.");
        }
        return returned(null);
    }

    private void leave(@Nullable Throwable thrown) {
        try {
            awaited(joined, thrown);
        } catch (Throwable error) {
            timeout.exit(error);
            throw error;
        }
        timeout.exit(null);
    }

    @Override
    public String name() {
        return "shutdown_default_executor";
    }
}
