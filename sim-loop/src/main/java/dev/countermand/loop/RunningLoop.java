package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * Which loop runs on this thread: asyncio's {@code _get_running_loop} and
 * {@code _set_running_loop}.
 *
 * <p>It is a thread-local because asyncio's locks and queues belong to the loop that runs when they
 * first wait, and because {@code sleep} takes no loop. A coroutine carried by a thread of its own
 * sees the loop that drives it.
 */
final class RunningLoop {
    private static final ThreadLocal<@Nullable SimLoop> CURRENT = new ThreadLocal<>();

    private RunningLoop() {}

    static @Nullable SimLoop get() {
        return CURRENT.get();
    }

    static SimLoop require() {
        SimLoop loop = CURRENT.get();
        if (loop == null) {
            throw new RuntimeError("no running event loop",
                    "only code that a simulation runs has a loop: start it with Asyncio.run");
        }
        return loop;
    }

    static void set(@Nullable SimLoop loop) {
        if (loop == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(loop);
        }
    }
}
