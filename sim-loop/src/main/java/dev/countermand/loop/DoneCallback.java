package dev.countermand.loop;

/** Called by the loop, one iteration later, when a future is done. */
@FunctionalInterface
public interface DoneCallback {
    /** Receives the future, which is done. */
    void done(Future<?> future);
}
