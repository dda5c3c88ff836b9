package dev.countermand.loop.schedule;

import java.util.List;

/**
 * Gives the recorded answers again, and stops the run at the first question that differs.
 *
 * <p>A replay that goes on after a difference would show another run under the old name.
 */
public final class ReplayScheduler implements Scheduler {
    private final List<Choice> recorded;
    private int next;

    /** Creates the replay of a recorded schedule. */
    public ReplayScheduler(List<Choice> recorded) {
        this.recorded = List.copyOf(recorded);
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        String label = about.label();
        String asked = kind.label() + " \"" + label + "\" of " + bound;
        if (next >= recorded.size()) {
            throw new ReplayDiverged(next, "no further choice", asked);
        }
        Choice choice = recorded.get(next);
        boolean same = choice.kind() == kind
                && choice.bound() == bound
                && choice.label().equals(label);
        if (!same) {
            throw new ReplayDiverged(next, asked(choice), asked);
        }
        String pick = about.describe(choice.picked());
        if (!choice.pick().equals(pick)) {
            throw new ReplayDiverged(next, asked(choice) + ", picking " + choice.pick(),
                    asked + ", where that is " + pick);
        }
        next++;
        return choice.picked();
    }

    private static String asked(Choice choice) {
        return choice.kind().label() + " \"" + choice.label() + "\" of " + choice.bound();
    }

    /** How many recorded choices have been used. */
    public int used() {
        return next;
    }
}
