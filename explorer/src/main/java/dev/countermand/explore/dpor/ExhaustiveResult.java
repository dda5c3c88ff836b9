package dev.countermand.explore.dpor;

import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import java.util.Locale;

/** How an exhaustive exploration ended. */
public sealed interface ExhaustiveResult {
    /** How many classes of equivalent orders were seen to their end. */
    long classes();

    /** How many runs that took, those among them that were broken off. */
    long runs();

    /** The verdict in one line, for people. */
    String text();

    /**
     * Every class was seen, and none fails.
     *
     * @param classes how many classes there are
     * @param runs how many runs were made
     */
    record AllClasses(long classes, long runs) implements ExhaustiveResult {
        @Override
        public String text() {
            return "exhaustive: " + counted(classes, "class", "classes") + " of orders, "
                    + (classes == 1 ? "it does not fail" : "none fails") + " ("
                    + counted(runs, "run", "runs") + ")";
        }
    }

    /**
     * A run failed.
     *
     * @param schedule how it departs from CPython's
     * @param outcome what came of it
     * @param classes how many classes were seen up to it, its own among them
     * @param runs how many runs were made up to it, itself among them
     */
    record Found(Schedule schedule, RunOutcome outcome, long classes, long runs)
            implements ExhaustiveResult {
        @Override
        public String text() {
            return "found in run " + counted(runs) + ", in class " + counted(classes)
                    + " of orders: " + outcome.violations().get(0).message();
        }
    }

    /**
     * A limit was reached first. Nothing is claimed about the classes that were not seen.
     *
     * @param bound which limit
     * @param limit its value
     * @param classes how many classes were seen, none of which fails
     * @param runs how many runs were made
     */
    record BoundHit(Bound bound, long limit, long classes, long runs)
            implements ExhaustiveResult {
        @Override
        public String text() {
            return "not exhaustive: the limit of " + counted(limit) + " " + bound.word()
                    + " was reached after " + counted(classes, "class", "classes")
                    + " of orders, none of which fails";
        }
    }

    /** What can be limited. */
    enum Bound {
        /** The number of runs. */
        RUNS("runs"),
        /** The number of moments that are remembered. */
        STATES("remembered moments"),
        /** The number of steps in one run, where that is not a failure by itself. */
        STEPS("steps in a run");

        private final String word;

        Bound(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String counted(long number, String one, String many) {
        return counted(number) + " " + (number == 1 ? one : many);
    }
}
