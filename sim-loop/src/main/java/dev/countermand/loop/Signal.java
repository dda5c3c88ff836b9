package dev.countermand.loop;

/**
 * What a coroutine tells whoever resumed it: that it awaits a {@link Future}, that it only gives up
 * its turn, or that it has returned.
 *
 * <p>In Python's protocol these are the values of {@code send}: a future, None, and StopIteration.
 */
public sealed interface Signal permits Future, Signal.Plain {
    /** The bare yield of {@code sleep(0)}: go on in the next iteration. */
    Signal YIELDED = Plain.YIELDED;

    /** The coroutine is finished; its value is in {@link Coroutine#result}. */
    Signal RETURNED = Plain.RETURNED;

    /** The signals that carry nothing. */
    enum Plain implements Signal {
        /** See {@link Signal#YIELDED}. */
        YIELDED,
        /** See {@link Signal#RETURNED}. */
        RETURNED
    }
}
