package dev.countermand.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Things that take turns, made when they are first needed: the threads of a library's scheduler, as
 * schedulers of one thread each, where the library promises that one worker's tasks run in order.
 */
public final class RoundRobin<T> {
    private final int most;
    private final Supplier<? extends T> make;
    private final List<T> made = new ArrayList<>();
    private int last = -1;

    /**
     * Begins with none.
     *
     * @param most how many there are to be at most
     * @throws IllegalArgumentException if that is less than 1
     */
    public RoundRobin(int most, Supplier<? extends T> make) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "expected at least one thread, but there are " + most);
        }
        this.most = most;
        this.make = make;
    }

    /** The one whose turn it is. */
    public T next() {
        if (made.size() < most) {
            made.add(make.get());
            last = made.size() - 1;
        } else {
            last = (last + 1) % most;
        }
        return made.get(last);
    }

    /** Those that were made so far. */
    public List<T> made() {
        return List.copyOf(made);
    }
}
