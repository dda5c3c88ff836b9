package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine blocked its thread outside an await: on a real loop nothing else could run meanwhile,
 * and in a simulation real time would decide what happens.
 */
public final class BlockingCall extends RunAborted implements Remedied {
    private final String call;
    private final @Nullable String where;
    private final String remedy;

    /**
     * Creates the verdict.
     *
     * @param coroutine the name of the coroutine that blocks
     * @param call the method that blocks, such as {@code java.lang.Thread.sleep}
     * @param where the source line that called it, null when unknown
     * @param remedy what to do instead
     */
    public BlockingCall(String coroutine, String call, @Nullable String where, String remedy) {
        super("coroutine '" + coroutine + "' blocks the loop in " + call
                + (where == null ? "" : " at " + where));
        this.call = call;
        this.where = where;
        this.remedy = remedy;
    }

    /** The method that blocks. */
    public String call() {
        return call;
    }

    /** The source line that called it, null when unknown. */
    public @Nullable String where() {
        return where;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return Remedied.text(super.toString(), remedy);
    }
}
