package dev.countermand.explore;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.Arrays;

/**
 * Writes down the answers of another scheduler: just numbers, so that every run of a search can
 * afford it.
 */
public final class PickRecorder implements Scheduler {
    private static final int FIRST_CAPACITY = 64;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Scheduler inner;
    private int[] picks = new int[FIRST_CAPACITY];
    private int count;

    /** Begins with the first run's scheduler. */
    public PickRecorder(Scheduler inner) {
        this.inner = inner;
    }

    /** Begins a new run, forgetting the last one. */
    public PickRecorder restart(Scheduler scheduler) {
        inner = scheduler;
        count = 0;
        return this;
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int pick = inner.choose(kind, about, bound);
        if (count == picks.length) {
            picks = Arrays.copyOf(picks, count * 2);
        }
        picks[count++] = pick;
        return pick;
    }

    /** The schedule of the run so far. */
    public Schedule schedule() {
        return Schedule.ofPicks(picks, count);
    }

    /** How many choices were made. */
    public int count() {
        return count;
    }

    /** A number that is the same for the same answers, and for others as good as never (FNV-1a). */
    public long hash() {
        long hash = BASIS;
        int last = count;
        while (last > 0 && picks[last - 1] == 0) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            hash = (hash ^ picks[i]) * PRIME;
        }
        return hash;
    }
}
