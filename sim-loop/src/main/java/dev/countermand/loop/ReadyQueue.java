package dev.countermand.loop;

import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import org.jspecify.annotations.Nullable;

/**
 * The handles that are ready to run, first in, first out: asyncio's {@code _ready}.
 *
 * <p>A ring in an array, because an adversarial schedule takes handles out of the middle.
 */
final class ReadyQueue {
    private static final int INITIAL_CAPACITY = 16;

    private @Nullable Handle[] ring = new Handle[INITIAL_CAPACITY];
    private int head;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Handle handle) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = handle;
        size++;
    }

    /**
     * Takes the handle to run next.
     *
     * @param choices asked only in the adversarial order mode
     * @param batch how many handles from the head on belong to this iteration
     */
    Handle take(Choices choices, int batch) {
        int picked = choices.offers(ChoiceKind.READY)
                ? choices.choose(ChoiceKind.READY, new Batch(batch), batch)
                : 0;
        for (int i = picked; i > 0; i--) {
            swap(i, i - 1);
        }
        Handle handle = ring[head];
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return handle;
    }

    void clear() {
        ring = new Handle[INITIAL_CAPACITY];
        head = 0;
        size = 0;
    }

    private Handle at(int place) {
        return ring[(head + place) & (ring.length - 1)];
    }

    private void swap(int place, int other) {
        Handle moved = at(place);
        ring[(head + place) & (ring.length - 1)] = at(other);
        ring[(head + other) & (ring.length - 1)] = moved;
    }

    private void grow() {
        @Nullable Handle[] larger = new Handle[ring.length * 2];
        int untilEnd = ring.length - head;
        System.arraycopy(ring, head, larger, 0, untilEnd);
        System.arraycopy(ring, 0, larger, untilEnd, head);
        ring = larger;
        head = 0;
    }

    /** Names the handles of an iteration that have not run yet. */
    private final class Batch {
        private final int count;

        Batch(int count) {
            this.count = count;
        }

        @Override
        public String toString() {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < count; i++) {
                names.append(i == 0 ? "" : ", ").append(at(i).describe());
            }
            return names.toString();
        }
    }
}
