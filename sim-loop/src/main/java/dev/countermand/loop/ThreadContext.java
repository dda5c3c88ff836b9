package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * The context that code sees: that of the loop that runs on its thread, or the one that a thread
 * without a loop has entered, as the job of an executor on real time does.
 */
final class ThreadContext {
    private static final ThreadLocal<@Nullable Context> ENTERED = new ThreadLocal<>();

    private ThreadContext() {}

    /**
     * The context of the running code.
     *
     * @throws RuntimeError if no loop runs and none was entered
     */
    static Context current() {
        SimLoop loop = RunningLoop.get();
        if (loop != null) {
            return loop.currentContext();
        }
        Context entered = ENTERED.get();
        return entered == null ? RunningLoop.require().currentContext() : entered;
    }

    /** Enters a context and gives the one that was left, null if there was none. */
    static @Nullable Context enter(@Nullable Context context) {
        SimLoop loop = RunningLoop.get();
        if (loop != null && context != null) {
            return loop.enterContext(context);
        }
        Context left = ENTERED.get();
        if (context == null) {
            ENTERED.remove();
        } else {
            ENTERED.set(context);
        }
        return left;
    }
}
