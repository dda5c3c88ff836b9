package dev.countermand.loop;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import java.util.Arrays;

/**
 * The ready handles that may run next where threads are among them: every step of a thread, and the
 * first of the others, whose order asyncio promises.
 */
final class FreeHandles implements Alternatives {
    private final ReadyQueue ready;
    private int[] places = new int[8];
    private int count;

    FreeHandles(ReadyQueue ready) {
        this.ready = ready;
    }

    /** Decides which one runs; gives its place in the queue. */
    int choose(Choices choices) {
        count = 0;
        boolean inOrder = false;
        for (int i = 0; i < ready.size(); i++) {
            boolean isFree = ready.at(i).isFree();
            if (isFree || !inOrder) {
                add(i);
            }
            inOrder |= !isFree;
        }
        return places[choices.choose(ChoiceKind.THREAD, this, count)];
    }

    private void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    /** The names of the handles. */
    @Override
    public String label() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append(i == 0 ? "" : ", ").append(ready.at(places[i]).describe());
        }
        return names.toString();
    }

    @Override
    public String describe(int picked) {
        return ready.at(places[picked]).actorName();
    }

    @Override
    public Object subject(int picked) {
        return ready.at(places[picked]);
    }

    @Override
    public long actor(int picked) {
        return ready.at(places[picked]).actorId();
    }
}
