package dev.countermand.fence;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.ReplayComparison.Different;
import dev.countermand.report.ReplayComparison.Part;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where two runs parted: the task that ran then, as all before was the same, and the lines of its
 * awaits around that moment. What made the difference was called between these.
 *
 * @param task the name of the task or callback that ran, empty before the first step
 * @param ofTheTask places such as {@code Lease.java:31}
 */
record DivergencePlaces(String task, List<String> ofTheTask) {
    static DivergencePlaces of(Different at, TraceDocument first, TraceDocument second) {
        int end = commonEvents(at, first.events());
        String task = "";
        for (TraceEvent event : first.events().subList(0, end)) {
            if (event instanceof TraceEvent.Ran ran) {
                task = ran.what();
            }
        }
        Set<String> places = new LinkedHashSet<>();
        places.addAll(lastAwait(task, first.events().subList(0, end)));
        for (TraceDocument run : List.of(first, second)) {
            int from = Math.min(end, run.events().size());
            places.addAll(nextAwait(task, run.events().subList(from, run.events().size())));
        }
        return new DivergencePlaces(task, List.copyOf(places));
    }

    /**
     * The first event that differs instead of a choice that does: a program that does something
     * else is then offered something else.
     */
    static Different event(Different choice, TraceDocument first, TraceDocument second) {
        int same = 0;
        int shorter = Math.min(first.events().size(), second.events().size());
        while (same < shorter && first.events().get(same).equals(second.events().get(same))) {
            same++;
        }
        boolean known = same < shorter && first.events().get(same).stamp().step() <= choice.step();
        return choice.part() == Part.CHOICE && known
                ? new Different(Part.EVENT, same, first.events().get(same).stamp().step(),
                        first.events().get(same).toString(), second.events().get(same).toString())
                : choice;
    }

    /** How many events come before the difference. */
    private static int commonEvents(Different at, List<TraceEvent> events) {
        if (at.part() == Part.EVENT) {
            return Math.min(at.position(), events.size());
        }
        int count = 0;
        while (count < events.size() && events.get(count).stamp().step() <= at.step()) {
            count++;
        }
        return count;
    }

    private static List<String> lastAwait(String task, List<TraceEvent> events) {
        List<String> last = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.Awaited awaited && awaited.task().equals(task)
                    && awaited.where() != null) {
                last = List.of(awaited.where());
            }
        }
        return last;
    }

    private static List<String> nextAwait(String task, List<TraceEvent> events) {
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.Awaited awaited && awaited.task().equals(task)
                    && awaited.where() != null) {
                return List.of(awaited.where());
            }
        }
        return List.of();
    }
}
