package dev.countermand.loop.sync;

import dev.countermand.loop.error.ValueError;
import org.jspecify.annotations.Nullable;

/** A semaphore that refuses more releases than acquires: {@code asyncio.BoundedSemaphore}. */
public final class BoundedSemaphore extends Semaphore {
    private final long bound;

    /** Creates a semaphore whose permits never exceed the initial number. */
    public BoundedSemaphore(long value) {
        this(null, value);
    }

    /** The same with a name for reports. */
    public BoundedSemaphore(@Nullable String name, long value) {
        super(name, value);
        bound = value;
    }

    /**
     * Gives a permit back: {@code BoundedSemaphore.release}.
     *
     * @throws ValueError if all permits are free
     */
    @Override
    public void release() {
        if (value() >= bound) {
            throw new ValueError("BoundedSemaphore released too many times");
        }
        super.release();
    }
}
