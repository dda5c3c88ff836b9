package dev.countermand.loop.schedule;

/** Decides the choices of one run. */
@FunctionalInterface
public interface Scheduler {
    /**
     * Answers one choice.
     *
     * @param kind what is to be decided
     * @param label which object it is about; call {@code toString} only when the text is needed, as
     *     most runs never look at it
     * @param bound the number of possible answers, at least 2
     * @return a number from 0 to {@code bound - 1}; 0 is what CPython does
     */
    int choose(ChoiceKind kind, Object label, int bound);
}
