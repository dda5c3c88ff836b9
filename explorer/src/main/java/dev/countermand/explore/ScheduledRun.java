package dev.countermand.explore;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.List;

/**
 * Answers by a {@link Schedule}. It forgives: a pick that a choice does not have becomes 0 and is
 * counted, because a schedule that is being shrunk often no longer fits to the letter.
 */
public final class ScheduledRun implements Scheduler {
    private final List<Schedule.Departure> departures;
    private int next;
    private int asked;
    private int misfits;

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
            return 0;
        }
        return pick;
    }

    /** How many departures were asked for and could not be made, or never came up. */
    public int misfits() {
        return misfits + departures.size() - next;
    }
}
