package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import dev.countermand.explore.align.ChoiceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Replaces two departures of the same kind by one at the place of the first, with any pick: two
 * swaps of neighbours are often one larger jump, and two cancels the cancel of somebody else.
 */
final class MergeDepartures implements ShrinkPass {
    private static final int MOST_FOR_ALL_PAIRS = 12;

    @Override
    public String name() {
        return "merge departures";
    }

    @Override
    public void improve(Shrinking work) {
        for (int i = 0; i + 1 < work.departures().size(); i++) {
            int count = work.departures().size();
            int last = count <= MOST_FOR_ALL_PAIRS ? count - 1 : i + 1;
            for (int j = i + 1; j <= last && !work.isSpent(); j++) {
                if (merge(work, i, j)) {
                    break;
                }
            }
        }
    }

    private static boolean merge(Shrinking work, int first, int second) {
        List<Departure> departures = work.departures();
        ChoiceLog log = work.bestLog();
        int index = departures.get(first).index();
        if (log.kind(index) != log.kind(departures.get(second).index())) {
            return false;
        }
        List<Integer> followers = IntStream.range(first + 1, departures.size())
                .filter(position -> position != second).boxed().toList();
        for (int pick = 1; pick <= Picks.last(log, index) && !work.isSpent(); pick++) {
            List<Departure> fixed = new ArrayList<>(departures.subList(0, first));
            fixed.add(new Departure(index, pick));
            if (work.attempt(fixed, followers)) {
                return true;
            }
        }
        return false;
    }
}
