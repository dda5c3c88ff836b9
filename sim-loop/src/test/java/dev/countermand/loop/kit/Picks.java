package dev.countermand.loop.kit;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;

/** A scheduler that gives fixed answers to the choices of one kind, and CPython's to all others. */
public final class Picks implements Scheduler {
    private final ChoiceKind kind;
    private final int[] answers;
    private int next;

    /** Creates it; after the last answer it answers 0. */
    public Picks(ChoiceKind kind, int... answers) {
        this.kind = kind;
        this.answers = answers.clone();
    }

    @Override
    public int choose(ChoiceKind asked, Alternatives about, int bound) {
        return asked == kind && next < answers.length ? answers[next++] : 0;
    }
}
