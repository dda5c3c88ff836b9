package dev.countermand.loop.schedule;

/**
 * One decision of a run, as it is recorded and replayed.
 *
 * @param step the number of loop steps that had run before it
 * @param kind what it decided
 * @param label which object or place it was about, for people and for re-alignment
 * @param bound how many answers there were, at least 2
 * @param picked the answer, from 0 (CPython's) to {@code bound - 1}
 */
public record Choice(long step, ChoiceKind kind, String label, int bound, int picked) {
    /** Checks that the answer lies within its bound. */
    public Choice {
        if (bound < 2 || picked < 0 || picked >= bound) {
            throw new IllegalArgumentException(
                    "a choice needs 0 <= picked < bound and bound >= 2, but picked is " + picked
                            + " and bound is " + bound);
        }
    }

    /** Whether this choice departs from what CPython does. */
    public boolean departs() {
        return picked != 0;
    }
}
