package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaves out injected faults, all of them first, then halves, then single ones: a failure that
 * needs none is another kind of bug, and it must be asked for before the other departures, which it
 * needs, are gone.
 */
final class DropFaults implements ShrinkPass {
    @Override
    public String name() {
        return "drop faults";
    }

    @Override
    public void improve(Shrinking work) {
        for (int length = faults(work).size(); length >= 1; length /= 2) {
            int end = faults(work).size();
            while (end > 0 && !work.isSpent()) {
                int begin = Math.max(0, end - length);
                boolean dropped = drop(work, faults(work).subList(begin, end));
                // What was found may have fewer faults than was asked for.
                end = dropped ? Math.min(begin, faults(work).size()) : begin;
            }
        }
    }

    private static List<Integer> faults(Shrinking work) {
        List<Departure> departures = work.departures();
        return IntStream.range(0, departures.size())
                .filter(i -> work.bestLog().isFault(departures.get(i).index())).boxed().toList();
    }

    private static boolean drop(Shrinking work, List<Integer> faults) {
        List<Departure> departures = work.departures();
        List<Departure> fixed = departures.subList(0, faults.get(0));
        List<Integer> followers = new ArrayList<>();
        for (int i = fixed.size(); i < departures.size(); i++) {
            if (!faults.contains(i)) {
                followers.add(i);
            }
        }
        return work.attempt(fixed, followers);
    }
}
