package dev.countermand.loop.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the recorded answers again, and stops the run at the first question that differs.
 *
 * <p>A replay that goes on after a difference would show another run under the old name.
 */
public final class ReplayScheduler implements Scheduler {
    private final List<Choice> recorded;
    private int next;
    private @Nullable ReplayDiverged diverged;

    /** Creates the replay of a recorded schedule. */
    public ReplayScheduler(List<Choice> recorded) {
        this.recorded = List.copyOf(recorded);
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        if (diverged != null) {
            // What is closed afterwards asks as well; the first difference is the one that tells.
            throw diverged;
        }
        String label = about.label();
        String asked = kind.label() + " \"" + label + "\" of " + bound;
        if (next >= recorded.size()) {
            throw diverged("no further choice", asked);
        }
        Choice choice = recorded.get(next);
        boolean same = choice.kind() == kind
                && choice.bound() == bound
                && choice.label().equals(label);
        if (!same) {
            throw diverged(asked(choice), asked);
        }
        String pick = about.describe(choice.picked());
        if (!choice.pick().equals(pick)) {
            throw diverged(asked(choice) + ", picking " + choice.pick(),
                    asked + ", where that is " + pick);
        }
        next++;
        return choice.picked();
    }

    private ReplayDiverged diverged(String was, String happened) {
        diverged = new ReplayDiverged(next, was, happened);
        return diverged;
    }

    private static String asked(Choice choice) {
        return choice.kind().label() + " \"" + choice.label() + "\" of " + choice.bound();
    }

    /** How many recorded choices have been used. */
    public int used() {
        return next;
    }
}
