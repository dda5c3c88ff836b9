package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deletes chunks of departures, halves first and single ones last.
 *
 * <p>The idea is delta debugging (Zeller and Hildebrandt, "Simplifying and isolating
 * failure-inducing input", IEEE TSE 2002), without its test of the chunks alone, which is {@link
 * KeepFew}'s business. Later chunks go first, as deleting them shifts nothing that stays.
 */
final class DeleteDepartures implements ShrinkPass {
    @Override
    public String name() {
        return "delete departures";
    }

    @Override
    public void improve(Shrinking work) {
        for (int length = (work.departures().size() + 1) / 2; length >= 1; length /= 2) {
            int end = work.departures().size();
            while (end > 0 && !work.isSpent()) {
                int begin = Math.max(0, end - length);
                boolean deleted = delete(work, begin, end);
                // What was found may have fewer departures than was asked for.
                end = deleted ? Math.min(begin, work.departures().size()) : begin;
            }
        }
    }

    private static boolean delete(Shrinking work, int begin, int end) {
        List<Departure> departures = work.departures();
        return work.attempt(departures.subList(0, begin),
                IntStream.range(end, departures.size()).boxed().toList());
    }
}
