package dev.countermand.loop.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Which item of a queue comes next. An order holds the items, so each queue needs one of its own.
 *
 * @param <E> the type of the items
 */
public interface QueueOrder<E> {
    /** Puts an item in. */
    void add(E item);

    /** Takes the next item out; there is one. */
    E take();

    /** The number of items. */
    int size();

    /** First in, first out: {@code asyncio.Queue}. */
    static <E> QueueOrder<E> fifo() {
        return new Ends<>(false);
    }

    /** Last in, first out: {@code asyncio.LifoQueue}. */
    static <E> QueueOrder<E> lifo() {
        return new Ends<>(true);
    }

    /** Lowest first, equal ones in the order of CPython's heap: {@code asyncio.PriorityQueue}. */
    static <E> QueueOrder<E> priority(Comparator<? super E> order) {
        return new HeapOrder<>(order);
    }

    /**
     * Items in a line, taken from one end.
     *
     * @param <E> the type of the items
     */
    final class Ends<E> implements QueueOrder<E> {
        private final Deque<Slot<E>> line = new ArrayDeque<>();
        private final boolean lastFirst;

        private Ends(boolean lastFirst) {
            this.lastFirst = lastFirst;
        }

        @Override
        public void add(E item) {
            line.addLast(new Slot<>(item));
        }

        @Override
        public E take() {
            return (lastFirst ? line.removeLast() : line.removeFirst()).item();
        }

        @Override
        public int size() {
            return line.size();
        }

        /** Holds an item, which may be null where the deque's entries may not. */
        private record Slot<E>(E item) {}
    }
}
