package dev.countermand.loop.schedule;

/**
 * One decision of a run, as it is recorded.
 *
 * @param step the number of loop steps that had begun
 * @param kind what was decided
 * @param label the object or place it was about, in words
 * @param answer what was picked, of how many
 */
public record Choice(long step, ChoiceKind kind, String label, Answer answer) {
    /**
     * What a scheduler answered to a choice.
     *
     * @param picked the answer, from 0 to bound - 1; 0 is what CPython does
     * @param bound how many answers there were, at least 2
     * @param words what was picked, in words that outlive small changes of the program: the name of
     *     a task and where it waits, or the number again where there are no words
     * @param nth how many times the run had offered this very pick, this time among them: together
     *     with the words it finds the choice again in a program that was edited
     */
    public record Answer(int picked, int bound, String words, int nth) {
        /** Checks that the answer lies within its bound. */
        public Answer {
            if (bound < 2 || picked < 0 || picked >= bound) {
                throw new IllegalArgumentException(
                        "a choice needs 0 <= picked < bound and bound >= 2, but picked is " + picked
                                + " and bound is " + bound);
            }
        }
    }

    /** How many answers there were, at least 2. */
    public int bound() {
        return answer.bound();
    }

    /** The answer, from 0 to bound - 1; 0 is what CPython does. */
    public int picked() {
        return answer.picked();
    }

    /** What was picked, in words. */
    public String pick() {
        return answer.words();
    }

    /** How many times the run had offered this pick, this time among them. */
    public int nth() {
        return answer.nth();
    }

    /** Whether this choice departs from what CPython does. */
    public boolean departs() {
        return picked() != 0;
    }
}
