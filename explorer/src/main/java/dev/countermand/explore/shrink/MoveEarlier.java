package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Moves a departure to an earlier choice of a like kind, the earliest that will do; the task that
 * is cancelled or preferred there may be another.
 *
 * <p>In a long run not every place is tried, but a spread of them and the nearest ones; as passes
 * are repeated while they help, the spread narrows.
 */
final class MoveEarlier implements ShrinkPass {
    /** How many places are tried in short runs, over all departures. */
    private static final long PLACES = 256;

    /** How many loop steps the tries may take, about, which makes them fewer in long runs. */
    private static final long STEPS = 100_000;

    private static final long LEAST_PLACES = 8;

    @Override
    public String name() {
        return "move earlier";
    }

    @Override
    public void improve(Shrinking work) {
        for (int i = 0; i < work.departures().size() && !work.isSpent(); i++) {
            move(work, i);
        }
    }

    private static void move(Shrinking work, int position) {
        int from = work.departures().get(position).index();
        // A program may fail by its choices before its loop has made a step.
        long all = Math.min(PLACES, STEPS / Math.max(1, work.best().size().steps()));
        int most = (int) Math.max(LEAST_PLACES, all / work.departures().size());
        for (int index : places(from, most)) {
            boolean fits = work.bestLog().pick(index) == 0
                    && Picks.areAlike(work.bestLog().kind(index), work.bestLog().kind(from));
            for (int pick = 1; fits && pick <= Picks.last(work.bestLog(), index); pick++) {
                if (work.isSpent() || moveTo(work, position, new Departure(index, pick))) {
                    return;
                }
            }
        }
    }

    private static boolean moveTo(Shrinking work, int position, Departure moved) {
        List<Departure> departures = work.departures();
        List<Departure> fixed = new ArrayList<>();
        departures.stream().filter(departure -> departure.index() < moved.index())
                .forEach(fixed::add);
        List<Integer> followers = IntStream.range(fixed.size(), departures.size())
                .filter(other -> other != position).boxed().toList();
        fixed.add(moved);
        return work.attempt(fixed, followers);
    }

    /** Some places, ascending, of those before one; a third of them are its neighbours. */
    private static Iterable<Integer> places(int before, int most) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < most; i++) {
            places.add((int) ((long) before * i / most));
        }
        for (int i = Math.max(0, before - most / 2); i < before; i++) {
            places.add(i);
        }
        places.remove(before);
        return places;
    }
}
