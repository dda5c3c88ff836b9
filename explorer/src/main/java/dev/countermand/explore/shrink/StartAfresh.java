package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule;
import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets the schedule and tries all of one departure that can be smaller than the best, then all
 * of two if the best has more: what no step leads to from the schedule that was found is found
 * anew.
 *
 * <p>This is delay-bounded search (Emmi, Qadeer and Rakamaric, "Delay-bounded scheduling", POPL
 * 2011) with bounds 1 and 2. It is left out where the program has too many choices for it.
 */
final class StartAfresh implements ShrinkPass {
    private static final int MOST_SINGLES = 4_000;
    private static final int MOST_PAIRS = 20_000;

    @Override
    public String name() {
        return "start afresh";
    }

    @Override
    public void improve(Shrinking work) {
        if (new Size(0, 1, 0, 0, 0).compareTo(work.best().size()) > 0
                || work.attempt(Schedule.FIFO)) {
            return;
        }
        List<Departure> singles = singles(work);
        if (singles.size() > MOST_SINGLES) {
            return;
        }
        boolean wantsPairs = work.departures().size() > 2
                && (long) singles.size() * singles.size() / 2 <= MOST_PAIRS;
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

    /** All departures from the run without any that can lead to something smaller. */
    private static List<Departure> singles(Shrinking work) {
        work.look(Schedule.FIFO);
        List<Departure> singles = new ArrayList<>();
        for (int i = 0; i < work.last().count(); i++) {
            add(work, i, 0, singles);
        }
        return singles;
    }

    private static void follow(Shrinking work, Departure first, List<Schedule> pairs) {
        Schedule alone = new Schedule(List.of(first));
        if (!work.last().schedule().equals(alone)) {
            work.look(alone);
        }
        int faults = work.last().isFault(first.index()) ? 1 : 0;
        List<Departure> seconds = new ArrayList<>();
        for (int i = first.index() + 1; i < work.last().count(); i++) {
            add(work, i, faults, seconds);
        }
        seconds.forEach(second -> pairs.add(new Schedule(List.of(first, second))));
    }

    /** Adds the departures at a choice, unless the faults alone make them larger than the best. */
    private static void add(
            Shrinking work, int index, int faultsBefore, List<Departure> departures) {
        int faults = faultsBefore + (work.last().isFault(index) ? 1 : 0);
        if (faults > work.best().size().faults()) {
            return;
        }
        for (int pick = 1; pick <= Picks.last(work.last(), index); pick++) {
            departures.add(new Departure(index, pick));
        }
    }
}
