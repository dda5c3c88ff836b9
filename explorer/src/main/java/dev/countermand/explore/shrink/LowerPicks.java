package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lowers picks: the first value of those a program chooses from, the first task of those that can
 * be cancelled, as far as the failure stays.
 */
final class LowerPicks implements ShrinkPass {
    /** Up to here each lower pick is tried; above, halves. */
    private static final int LINEAR = 32;

    @Override
    public String name() {
        return "lower picks";
    }

    @Override
    public void improve(Shrinking work) {
        for (int i = 0; i < work.departures().size() && !work.isSpent(); i++) {
            lower(work, i);
        }
    }

    private static void lower(Shrinking work, int position) {
        int highest = work.departures().get(position).pick() - 1;
        for (int pick = 1; pick <= Math.min(highest, LINEAR); pick++) {
            if (lowerTo(work, position, pick)) {
                return;
            }
        }
        for (int away = highest / 2; away > 0 && highest - away >= LINEAR; away /= 2) {
            if (lowerTo(work, position, highest - away)) {
                return;
            }
        }
        if (highest > LINEAR) {
            lowerTo(work, position, highest);
        }
    }

    private static boolean lowerTo(Shrinking work, int position, int pick) {
        List<Departure> departures = work.departures();
        List<Departure> fixed = new ArrayList<>(departures.subList(0, position));
        fixed.add(new Departure(departures.get(position).index(), pick));
        return work.attempt(fixed,
                IntStream.range(position + 1, departures.size()).boxed().toList());
    }
}
