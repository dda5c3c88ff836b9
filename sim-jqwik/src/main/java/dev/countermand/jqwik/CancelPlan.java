package dev.countermand.jqwik;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;

/**
 * Which faults are injected into a run, cancels above all, whatever else it chooses: the numbers of
 * its schedule count only the chances to inject one. All other choices are asyncio's.
 *
 * @param chances such as {@code 2:1}: at the third chance, cancel the first task that may be
 */
public record CancelPlan(Schedule chances) {
    /** No fault. */
    public static final CancelPlan NONE = new CancelPlan(Schedule.FIFO);

    /** A scheduler that injects them. */
    public Scheduler scheduler() {
        Scheduler faults = new FittingRun(chances);
        return (kind, about, bound) -> kind.stream() == ChoiceKind.Stream.FAULT
                ? faults.choose(kind, about, bound)
                : 0;
    }

    @Override
    public String toString() {
        return chances.departures().isEmpty() ? "no cancel" : "cancel at " + chances;
    }
}
