package dev.countermand.loop.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is ready, no timer is pending and nothing is due from outside: the loop would wait for
 * ever.
 */
public final class Deadlock extends RunAborted {
    private final transient List<Waiting> waiting;

    /** Creates the verdict from what each unfinished task waits for, in order of creation. */
    public Deadlock(List<Waiting> waiting) {
        super("every task waits and no timer is pending");
        this.waiting = List.copyOf(waiting);
    }

    /** Who waits for what; empty when the loop was run without any task. */
    public List<Waiting> waiting() {
        return waiting;
    }

    /**
     * One task that can never go on.
     *
     * @param task the task's name
     * @param on what it waits for, in words
     * @param where the source line or JSON pointer of the await, null when unknown
     */
    public record Waiting(String task, String on, @Nullable String where) {}
}
