package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.Arrays;

/** Writes down of each choice its kind, its bound and the answer of another scheduler. */
final class ChoiceLog implements Scheduler {
    private static final int FIRST_CAPACITY = 64;

    private Scheduler inner = (kind, about, bound) -> 0;
    private ChoiceKind[] kinds = new ChoiceKind[FIRST_CAPACITY];
    private int[] bounds = new int[FIRST_CAPACITY];
    private int[] picks = new int[FIRST_CAPACITY];
    private int count;

    /** Begins a new run, forgetting the last one. */
    ChoiceLog restart(Scheduler scheduler) {
        inner = scheduler;
        count = 0;
        return this;
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int pick = inner.choose(kind, about, bound);
        if (count == picks.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            bounds = Arrays.copyOf(bounds, count * 2);
            picks = Arrays.copyOf(picks, count * 2);
        }
        kinds[count] = kind;
        bounds[count] = bound;
        picks[count++] = pick;
        return pick;
    }

    int count() {
        return count;
    }

    ChoiceKind kind(int index) {
        return kinds[index];
    }

    boolean isFault(int index) {
        return kinds[index].stream() == ChoiceKind.Stream.FAULT;
    }

    int bound(int index) {
        return bounds[index];
    }

    int pick(int index) {
        return picks[index];
    }

    Schedule schedule() {
        return Schedule.ofPicks(picks, count);
    }
}
