package dev.countermand.loop.sync;

import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * An object that belongs to the first loop on which somebody had to wait for it: asyncio's {@code
 * mixins._LoopBoundMixin}.
 */
abstract class LoopBound {
    private final @Nullable String name;
    private @Nullable SimLoop loop;

    LoopBound(@Nullable String name) {
        this.name = name;
    }

    /** The running loop, which this object now belongs to. */
    final SimLoop loop() {
        SimLoop running = SimLoop.runningOrNull();
        if (loop == null) {
            loop = running;
        }
        if (running == null || running != loop) {
            throw new RuntimeError("<" + this + "> is bound to a different event loop",
                    "make it inside the run that uses it: it belongs to the first loop that waits");
        }
        return running;
    }

    /** A future on which a waiter of this object suspends. */
    final <T> Future<T> newWaiter() {
        Future<T> waiter = loop().createFuture();
        waiter.setPurpose(this);
        return waiter;
    }

    /** The kind of object and its name if it has one, for reports. */
    @Override
    public String toString() {
        String kind = getClass().getSimpleName();
        return name == null ? kind : kind + " \"" + name + "\"";
    }
}
