package dev.countermand.jqwik;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers by a schedule that was made without knowing the run: a pick that is too high for a
 * choice starts again from 1, so that every departure that comes up is one. A pick that fits stays
 * as it is.
 */
final class FittingRun implements Scheduler {
    private final Map<Integer, Integer> picks = new LinkedHashMap<>();
    private int asked;

    FittingRun(Schedule schedule) {
        schedule.departures().forEach(it -> picks.put(it.index(), it.pick()));
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int pick = picks.getOrDefault(asked++, 0);
        return pick == 0 ? 0 : 1 + (pick - 1) % (bound - 1);
    }
}
