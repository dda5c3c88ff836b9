package dev.countermand.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a run fails, found by changing it.
 *
 * @param departures what each departure does, in the order of the run's departing choices
 * @param others what the choices do that are not departures
 * @param nearest the run that passes and is like the failing one for longest; null if no change
 *     made it pass
 */
public record Explanation(
        List<Departure> departures, Others others, @Nullable NearestRun nearest) {
    /** Copies the list. */
    public Explanation {
        departures = List.copyOf(departures);
    }

    /** What comes of a changed run. */
    public enum Verdict {
        /** Nothing goes wrong. */
        PASSES("passes", "passes"),
        /** It fails in the same way. */
        FAILS("fails", "fails"),
        /** It fails, but in another way. */
        FAILS_OTHERWISE("fails-otherwise", "fails in another way");

        private final String label;
        private final String words;

        Verdict(String label, String words) {
            this.label = label;
            this.words = words;
        }

        /** The verdict in files. */
        public String label() {
            return label;
        }

        /** The verdict after a colon. */
        public String words() {
            return words;
        }
    }

    /** A change of one choice; all others stay as far as they fit. */
    public sealed interface Change {
        /**
         * Another answer; 0 takes the departure back.
         *
         * @param pick the answer
         * @param words what that is, as in {@link dev.countermand.loop.schedule.Choice#pick}
         */
        record Pick(int pick, String words) implements Change {}

        /**
         * The same answer at another chance for it.
         *
         * @param chances how many chances later; negative for earlier
         */
        record Shift(int chances) implements Change {}
    }

    /**
     * A change and what came of it.
     *
     * @param change what was changed
     * @param verdict what came of it
     */
    public record Trial(Change change, Verdict verdict) {}

    /**
     * What was tried with one departure.
     *
     * @param trials the changes; the first is that to answer 0, and the departure's own answer is
     *     among them
     */
    public record Departure(List<Trial> trials) {
        /** Copies the list. */
        public Departure {
            trials = List.copyOf(trials);
        }

        /** What comes of the run without this departure. */
        public Verdict without() {
            return trials.get(0).verdict();
        }
    }

    /**
     * The orders and values that are not departures, each changed alone to each of its other
     * answers. Further faults are not tried.
     *
     * @param tried how many changes were tried
     * @param passing how many of them made the run pass
     * @param untried how many were left out, as the run has too many
     */
    public record Others(int tried, int passing, int untried) {}

    /**
     * A run that passes.
     *
     * @param departure which departure was changed, by its position in the list
     * @param change how
     * @param run the run
     */
    public record NearestRun(int departure, Change change, TraceDocument run) {}

    /** How many departures cannot be taken back alone without the run passing. */
    public long needed() {
        return departures.stream()
                .filter(departure -> departure.without() == Verdict.PASSES).count();
    }
}
