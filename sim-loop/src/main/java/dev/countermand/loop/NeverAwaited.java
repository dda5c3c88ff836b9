package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * The coroutines of a loop that nobody has awaited yet, in order of creation.
 *
 * <p>CPython warns when the garbage collector finds one. Here the loop's end stands for that
 * moment, as it does for the other reports that a collector would time.
 */
final class NeverAwaited {
    private static final int PRUNE_ABOVE = 64;
    private static final String REMEDY = "await it, or make a task of it with createTask";

    private final SimLoop loop;
    private final List<Coroutine<?>> made = new ArrayList<>();
    private int pruneAt = PRUNE_ABOVE;

    NeverAwaited(SimLoop loop) {
        this.loop = loop;
    }

    /** A coroutine was made. That most begin soon keeps the list short at a constant cost each. */
    void add(Coroutine<?> coroutine) {
        if (made.size() >= pruneAt) {
            made.removeIf(Coroutine::hasBegun);
            pruneAt = Math.max(PRUNE_ABOVE, made.size() * 2);
        }
        made.add(coroutine);
    }

    /** At the end of the loop: reports those that never began. */
    void report() {
        made.removeIf(Coroutine::hasBegun);
        for (Coroutine<?> coroutine : made) {
            String message = "coroutine '" + coroutine.qualifiedName() + "' was never awaited";
            loop.callExceptionHandler(new ExceptionReport(
                    message, new RuntimeWarning(message, REMEDY), coroutine, null));
        }
        made.clear();
    }
}
