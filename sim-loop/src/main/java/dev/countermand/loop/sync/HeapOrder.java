package dev.countermand.loop.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A binary heap with exactly the moves of CPython's {@code heapq}, so that equal items come out in
 * the same order as there.
 *
 * @param <E> the type of the items
 */
final class HeapOrder<E> implements QueueOrder<E> {
    private final Comparator<? super E> order;
    private final List<E> heap = new ArrayList<>();

    HeapOrder(Comparator<? super E> order) {
        this.order = order;
    }

    @Override
    public void add(E item) {
        heap.add(item);
        siftDown(0, heap.size() - 1);
    }

    @Override
    public E take() {
        E last = heap.remove(heap.size() - 1);
        if (heap.isEmpty()) {
            return last;
        }
        E first = heap.get(0);
        heap.set(0, last);
        siftUp(0);
        return first;
    }

    @Override
    public int size() {
        return heap.size();
    }

    private boolean less(E one, E other) {
        return order.compare(one, other) < 0;
    }

    /** {@code heapq._siftdown}: moves an item towards the root until its parent is not greater. */
    private void siftDown(int start, int from) {
        E item = heap.get(from);
        int at = from;
        while (at > start) {
            int parent = (at - 1) >> 1;
            if (!less(item, heap.get(parent))) {
                break;
            }
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, item);
    }

    /** {@code heapq._siftup}: moves the smaller child up until a leaf is free, then sifts down. */
    private void siftUp(int from) {
        int end = heap.size();
        E item = heap.get(from);
        int at = from;
        int child = 2 * at + 1;
        while (child < end) {
            int right = child + 1;
            if (right < end && !less(heap.get(child), heap.get(right))) {
                child = right;
            }
            heap.set(at, heap.get(child));
            at = child;
            child = 2 * at + 1;
        }
        heap.set(at, item);
        siftDown(from, at);
    }
}
