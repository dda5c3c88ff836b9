package dev.countermand.explore;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers by a {@link Schedule}. It forgives: a pick that a choice does not have becomes 0 and is
 * counted, because a schedule that is being shrunk often no longer fits to the letter.
 */
public final class ScheduledRun implements Scheduler {
    private final List<Schedule.Departure> departures;
    private int next;
    private int asked;
    private int misfits;
    private @Nullable String firstMisfit;

    ScheduledRun(Schedule schedule) {
        this.departures = schedule.departures();
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int index = asked++;
        if (next == departures.size() || departures.get(next).index() != index) {
            return 0;
        }
        int pick = departures.get(next++).pick();
        if (pick >= bound) {
            misfits++;
            if (firstMisfit == null) {
                firstMisfit = misfit(index, pick, about, bound);
            }
            return 0;
        }
        return pick;
    }

    /** How many departures were asked for and could not be made, or never came up. */
    public int misfits() {
        return misfits + departures.size() - next;
    }

    /**
     * The first departure that could not be made, and what there was instead, such as {@code choice
     * 3: the schedule picks 2, but there are 0 = node-1 and 1 = node-2}; null if all were made. Ask
     * when the run is over.
     */
    public @Nullable String firstMisfit() {
        if (firstMisfit != null || next == departures.size()) {
            return firstMisfit;
        }
        Schedule.Departure lost = departures.get(next);
        return head(lost.index(), lost.pick()) + "the run ended after " + asked
                + (asked == 1 ? " choice" : " choices");
    }

    private static String misfit(int index, int pick, Alternatives about, int bound) {
        StringBuilder there = new StringBuilder();
        for (int i = 0; i < bound; i++) {
            String join = i == 0 ? "" : i == bound - 1 ? " and " : ", ";
            String words = about.describe(i);
            String number = Integer.toString(i);
            there.append(join).append(words.equals(number) ? number : number + " = " + words);
        }
        return head(index, pick) + "there " + (bound == 1 ? "is " : "are ") + there;
    }

    private static String head(int index, int pick) {
        return "choice " + index + ": the schedule picks " + pick + ", but ";
    }
}
