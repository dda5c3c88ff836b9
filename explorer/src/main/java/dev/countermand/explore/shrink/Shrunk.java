package dev.countermand.explore.shrink;

import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.report.Shrinkage;
import java.util.List;

/**
 * A failing schedule, made smaller.
 *
 * @param schedule the smallest that was found
 * @param outcome what comes of it
 * @param before the size of the run that it began with
 * @param after the size of the smallest
 * @param effort what it took
 */
public record Shrunk(
        Schedule schedule, RunOutcome outcome, Size before, Size after, Effort effort) {

    /** What reports say of it. */
    public Shrinkage shrinkage() {
        boolean believed = effort.ending() != Ending.UNREPEATABLE;
        return new Shrinkage(
                new Shrinkage.Extent(before.steps(), before.departures()),
                new Shrinkage.Extent(after.steps(), after.departures()),
                believed ? Shrinker.REPLAYS : 0);
    }

    /**
     * What shrinking took.
     *
     * @param ending why it ended
     * @param runs how many runs it took, the replays at the end among them
     * @param steps how many loop steps those took
     * @param passes what each pass did, in their order
     */
    public record Effort(Ending ending, long runs, long steps, List<PassStatistics> passes) {
        /** Copies the list. */
        public Effort {
            passes = List.copyOf(passes);
        }
    }

    /** Why shrinking ended. */
    public enum Ending {
        /** No pass could make it smaller. */
        SMALLEST("as small as the passes can make it"),
        /** The limit was reached; it might become smaller still. */
        LIMIT("the limit of runs or steps was reached"),
        /**
         * The same choices gave different runs, so nothing can be said: the schedule and the sizes
         * are those it began with.
         */
        UNREPEATABLE("the same choices gave different runs");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        /** The ending in words for people. */
        public String words() {
            return words;
        }
    }
}
