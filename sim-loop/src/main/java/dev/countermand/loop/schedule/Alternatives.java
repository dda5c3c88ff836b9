package dev.countermand.loop.schedule;

import org.jspecify.annotations.Nullable;

/**
 * What a choice is about and what it can pick.
 *
 * <p>Its texts are made only when somebody asks: most runs are neither recorded nor shown.
 */
public interface Alternatives {
    /** The object or place that the choice is about, in words; the same words in every run. */
    String label();

    /**
     * One alternative in words that outlive small changes of the program, such as a task's name and
     * the place of the await where it is suspended.
     *
     * @param picked from 0 to the choice's bound - 1
     */
    String describe(int picked);

    /**
     * Who acts if an alternative is picked: the {@link Actor#actorId} of a task, or 0 for somebody
     * who is no task or is not known. Strategies that give priorities to tasks go by it.
     *
     * @param picked from 0 to the choice's bound - 1
     */
    default long actor(int picked) {
        return 0;
    }

    /**
     * What an alternative picks, as an object that is the same one whenever this thing is offered
     * in a run; null where there is nothing but a number.
     *
     * @param picked from 0 to the choice's bound - 1
     */
    default @Nullable Object subject(int picked) {
        return null;
    }

    /**
     * How far whoever acts has come; strategies prefer to cancel where it pays.
     *
     * @param picked from 0 to the choice's bound - 1
     */
    default Standing standing(int picked) {
        return Standing.UNKNOWN;
    }

    /** Alternatives that have nothing but numbers to tell them apart. */
    static Alternatives numbered(String label) {
        return new Alternatives() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public String describe(int picked) {
                return Integer.toString(picked);
            }
        };
    }
}
