package dev.countermand.loop.error;

/** Rethrows any error unchecked, as Python does. */
public final class Throwing {
    private Throwing() {}

    /**
     * Throws the given error as it is, checked or not.
     *
     * @return never; the type lets a caller write {@code throw Throwing.asIs(error)}
     */
    public static RuntimeException asIs(Throwable error) {
        throw Throwing.<RuntimeException>unchecked(error);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable error) throws E {
        throw (E) error;
    }
}
