package dev.countermand.loop;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import org.jspecify.annotations.Nullable;

/**
 * The handles that are ready to run, first in, first out: asyncio's {@code _ready}.
 *
 * <p>A ring in an array, because an adversarial schedule takes handles out of the middle.
 */
final class ReadyQueue implements Alternatives {
    private static final int INITIAL_CAPACITY = 16;

    private final SimLoop loop;
    private @Nullable Handle[] ring = new Handle[INITIAL_CAPACITY];
    private final FreeHandles free = new FreeHandles(this);
    private int head;
    private int size;
    private int freeHandles;

    ReadyQueue(SimLoop loop) {
        this.loop = loop;
    }

    /** How many handles the iteration that begins will run. */
    int beginIteration() {
        if (loop.accesses != null) {
            loop.accesses.iterationBegins(loop.nanos(), size);
        }
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
        freeHandles += handle.isFree() ? 1 : 0;
        if (loop.accesses != null) {
            loop.accesses.queued(handle);
        }
    }

    /**
     * Takes the handle to run next: the first one, or in the adversarial order mode any, those that
     * were queued in this very iteration among them, so that every interleaving of the tasks can
     * happen. In the legal mode only threads overtake others.
     */
    Handle take(Choices choices) {
        int picked = 0;
        if (choices.offers(ChoiceKind.READY)) {
            picked = choices.choose(ChoiceKind.READY, this, size);
        } else if (freeHandles > 0 && size > 1) {
            picked = free.choose(choices);
        }
        for (int i = picked; i > 0; i--) {
            swap(i, i - 1);
        }
        Handle handle = ring[head];
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        freeHandles -= handle.isFree() ? 1 : 0;
        if (loop.accesses != null) {
            loop.accesses.stepBegins(handle, loop.nanos());
        }
        return handle;
    }

    void clear() {
        ring = new Handle[INITIAL_CAPACITY];
        head = 0;
        size = 0;
        freeHandles = 0;
    }

    int size() {
        return size;
    }

    Handle at(int place) {
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

    /** The names of the handles. */
    @Override
    public String label() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < size; i++) {
            names.append(i == 0 ? "" : ", ").append(at(i).describe());
        }
        return names.toString();
    }

    @Override
    public String describe(int picked) {
        return at(picked).actorName();
    }

    @Override
    public Object subject(int picked) {
        return at(picked);
    }

    @Override
    public long actor(int picked) {
        return at(picked).actorId();
    }
}
