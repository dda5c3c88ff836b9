package dev.countermand.loop;

import dev.countermand.loop.schedule.Actor;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What reaches the loop from outside: ends of executor jobs, and signals. asyncio hears of them in
 * its select, so they come before the timers that are due at the same time.
 */
final class Arrivals {
    private final SimLoop loop;
    private final PriorityQueue<Arrival> queue = new PriorityQueue<>();
    private long sequence;

    Arrivals(SimLoop loop) {
        this.loop = loop;
    }

    void add(long nanos, String label, Runnable action) {
        Arrival arrival = new Arrival(nanos, sequence++, label, action);
        queue.add(arrival);
        if (loop.accesses != null) {
            loop.accesses.made(arrival);
        }
    }

    /** The time of the next arrival, {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        Arrival first = queue.peek();
        long own = first == null ? Long.MAX_VALUE : first.nanos();
        return Math.min(own, loop.simulation().signals().nextArrival());
    }

    /**
     * Lets in everything that is due; a signal comes before a result that is due at the same time.
     */
    void deliverDue() {
        if (queue.isEmpty() && !loop.simulation().signals().hasArrivals()) {
            // As nearly always: this is asked in every iteration.
            return;
        }
        for (long next = nextTime(); next <= loop.nanos(); next = nextTime()) {
            if (loop.simulation().signals().nextArrival() <= next) {
                loop.simulation().signals().removeNextArrival();
                Signals signals = loop.simulation().signals();
                happen("SIGINT", signals, () -> loop.within("SIGINT", signals::interrupt));
            } else {
                Arrival arrival = takeOneOfNext();
                happen("arrival", arrival, arrival.action());
            }
        }
    }

    private void happen(String what, Object subject, Runnable action) {
        AccessSink sink = loop.accesses;
        if (sink == null) {
            action.run();
        } else {
            sink.outsideBegins(what, subject, loop.nanos());
            action.run();
            sink.stepEnds();
        }
    }

    /**
     * Of the results that are due together any may come first; choice 0 is the one submitted first.
     */
    private Arrival takeOneOfNext() {
        List<Arrival> together = new ArrayList<>();
        Arrival first = queue.remove();
        together.add(first);
        while (!queue.isEmpty() && queue.element().nanos() == first.nanos()) {
            together.add(queue.remove());
        }
        int picked = loop.simulation().choices()
                .choose(ChoiceKind.ARRIVAL, first.label(), together);
        Arrival taken = together.remove(picked);
        queue.addAll(together);
        return taken;
    }

    private record Arrival(long nanos, long sequence, String label, Runnable action)
            implements Comparable<Arrival>, Actor {
        @Override
        public long actorId() {
            return 0;
        }

        @Override
        public String actorName() {
            return label;
        }

        @Override
        public int compareTo(Arrival other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
