package dev.countermand.explore.shrink;

import dev.countermand.explore.align.ChoiceLog;
import dev.countermand.loop.schedule.ChoiceKind;

/** Which picks of a choice are worth trying. */
final class Picks {
    /** Choices with more alternatives (a long ready queue) are tried with their first ones. */
    private static final int MOST = 8;

    private Picks() {}

    /** The last pick to try at a choice. */
    static int last(ChoiceLog log, int index) {
        return Math.min(log.bound(index) - 1, MOST);
    }

    /** Whether a departure of one kind may do the work of another's. */
    static boolean areAlike(ChoiceKind one, ChoiceKind other) {
        return one == other || one.stream() == ChoiceKind.Stream.FAULT
                && other.stream() == ChoiceKind.Stream.FAULT;
    }
}
