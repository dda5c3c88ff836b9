package dev.countermand.scenario.interpret;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What a frame awaits that only gives up its turn: {@code sleep(0)}.
 *
 * <p>One object serves all frames, as each knows itself whether it has been suspended. A coroutine
 * for each such sleep would be one more object to make, and, with many tasks, one more place of the
 * memory that every step has to visit.
 */
final class Turn extends Coroutine<Object> {
    static final Turn NEXT = new Turn();

    private Turn() {}

    /** Never called: {@link Frame} does what it would do. */
    @Override
    public Signal resume(@Nullable Throwable thrown) {
        throw new IllegalStateException("a turn is taken by the frame that awaits it");
    }

    @Override
    public String name() {
        return "sleep";
    }
}
