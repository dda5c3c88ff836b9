package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaves out injected faults, all of them first: a failure that needs none is another kind of bug,
 * and it must be asked for before the other departures, which it needs, are gone.
 */
final class DropFaults implements ShrinkPass {
    @Override
    public String name() {
        return "drop faults";
    }

    @Override
    public void improve(Shrinking work) {
        List<Integer> faults = faults(work);
        if (faults.isEmpty() || drop(work, faults)) {
            return;
        }
        for (int i = faults.size() - 1; i >= 0 && faults.size() > 1 && !work.isSpent(); i--) {
            if (drop(work, List.of(faults.get(i)))) {
                faults = faults(work);
                i = Math.min(i, faults.size());
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
