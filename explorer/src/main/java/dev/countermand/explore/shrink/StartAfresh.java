package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule;
import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets the schedule and tries all of one departure, then all of two, as long as those are fewer
 * than the best has: what no step leads to from the schedule that was found is found anew.
 *
 * <p>This is delay-bounded search (Emmi, Qadeer and Rakamaric, "Delay-bounded scheduling", POPL
 * 2011) with bounds 1 and 2. It is left out where the program has too many choices for it.
 */
final class StartAfresh implements ShrinkPass {
    private static final int MOST_SINGLES = 4_000;
    private static final int MOST_PAIRS = 20_000;
    private static final int PAIR = 2;

    @Override
    public String name() {
        return "start afresh";
    }

    @Override
    public void improve(Shrinking work) {
        if (work.departures().size() < PAIR || work.attempt(Schedule.FIFO)) {
            return;
        }
        List<Departure> singles = singles(work);
        if (singles.size() > MOST_SINGLES) {
            return;
        }
        boolean areFew = (long) singles.size() * singles.size() / 2 <= MOST_PAIRS;
        boolean wantsPairs = work.departures().size() > PAIR && areFew;
        List<Schedule> pairs = new ArrayList<>();
        for (Departure single : singles) {
            if (work.isSpent() || work.attempt(new Schedule(List.of(single)))) {
                return;
            }
            if (wantsPairs) {
                follow(work, single, pairs);
            }
        }
        for (Schedule pair : pairs) {
            if (work.isSpent() || work.attempt(pair)) {
                return;
            }
        }
    }

    /** All departures from the run without any, which becomes the last run. */
    private static List<Departure> singles(Shrinking work) {
        List<Departure> singles = new ArrayList<>();
        work.look(Schedule.FIFO);
        for (int i = 0; i < work.last().count(); i++) {
            add(work, i, singles);
        }
        return singles;
    }

    private static void follow(Shrinking work, Departure first, List<Schedule> pairs) {
        work.look(new Schedule(List.of(first)));
        List<Departure> seconds = new ArrayList<>();
        for (int i = first.index() + 1; i < work.last().count(); i++) {
            add(work, i, seconds);
        }
        seconds.forEach(second -> pairs.add(new Schedule(List.of(first, second))));
    }

    /** Adds the departures at a choice; those with a fault only if the best has one. */
    private static void add(Shrinking work, int index, List<Departure> departures) {
        if (work.last().isFault(index) && work.best().size().faults() == 0) {
            return;
        }
        for (int pick = 1; pick <= Picks.last(work.last(), index); pick++) {
            departures.add(new Departure(index, pick));
        }
    }
}
