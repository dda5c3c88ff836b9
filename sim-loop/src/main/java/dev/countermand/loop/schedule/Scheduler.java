package dev.countermand.loop.schedule;

/** Decides the choices of one run. */
@FunctionalInterface
public interface Scheduler {
    /**
     * Answers one choice.
     *
     * @param kind what is to be decided
     * @param about what it is about and what can be picked; ask for its texts only when they are
     *     needed, as most runs never look at them
     * @param bound the number of possible answers, at least 2
     * @return a number from 0 to {@code bound - 1}; 0 is what CPython does
     */
    int choose(ChoiceKind kind, Alternatives about, int bound);
}
