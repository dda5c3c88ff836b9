package dev.countermand.explore.align;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.Arrays;

/**
 * Writes down of each choice its kind, its bound and the answer of another scheduler; cheap enough
 * for every run.
 */
public final class ChoiceLog implements Scheduler {
    private static final int FIRST_CAPACITY = 64;

    private Scheduler inner = (kind, about, bound) -> 0;
    private ChoiceKind[] kinds = new ChoiceKind[FIRST_CAPACITY];
    private int[] bounds = new int[FIRST_CAPACITY];
    private int[] picks = new int[FIRST_CAPACITY];
    private int count;

    /** Begins a new run, forgetting the last one. */
    public ChoiceLog restart(Scheduler scheduler) {
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

    /** How many choices were made. */
    public int count() {
        return count;
    }

    /** What a choice decided. */
    public ChoiceKind kind(int index) {
        return kinds[index];
    }

    /** Whether a choice is about injecting a fault. */
    public boolean isFault(int index) {
        return kinds[index].stream() == ChoiceKind.Stream.FAULT;
    }

    /** How many answers a choice had. */
    public int bound(int index) {
        return bounds[index];
    }

    /** The answer to a choice. */
    public int pick(int index) {
        return picks[index];
    }

    /** The schedule of the run. */
    public Schedule schedule() {
        return Schedule.ofPicks(picks, count);
    }
}
