package dev.countermand.explore.statistics;

import dev.countermand.loop.trace.TraceEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which awaits of a program were reached and cancelled, over some recorded runs.
 *
 * <p>An await is known by its place in the user's terms (a JSON pointer, a source line). Awaits
 * that no recorded run reached are not known at all.
 */
public final class CancelCoverage {
    private static final String TIMEOUT = "timeout";
    private static final AwaitSite REACHED = new AwaitSite(1, 0, 0, 0, 0);
    private static final AwaitSite CANCELLED = new AwaitSite(0, 1, 0, 0, 0);
    private static final AwaitSite AGAIN = new AwaitSite(0, 0, 1, 0, 0);
    private static final AwaitSite WHEN_READY = new AwaitSite(0, 0, 0, 1, 0);
    private static final AwaitSite TIMED_OUT = new AwaitSite(0, 0, 0, 0, 1);

    private final Map<String, AwaitSite> sites = new TreeMap<>();

    /** Adds a run's events. */
    public void add(Iterable<TraceEvent> events) {
        Map<String, Waiting> tasks = new LinkedHashMap<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.Awaited awaited) {
                Waiting task = tasks.computeIfAbsent(awaited.task(), name -> new Waiting());
                task.site = awaited.where() == null ? awaited.on() : awaited.where();
                task.isReady = false;
                note(task.site, REACHED);
            } else if (event instanceof TraceEvent.Woken woken) {
                tasks.computeIfAbsent(woken.task(), name -> new Waiting()).isReady = true;
            } else if (event instanceof TraceEvent.Ran ran && tasks.containsKey(ran.what())) {
                tasks.get(ran.what()).site = null;
            } else if (event instanceof TraceEvent.Cancelled cancelled) {
                cancelled(tasks.computeIfAbsent(
                        cancelled.task(), name -> new Waiting()), cancelled);
            } else if (event instanceof TraceEvent.Ended ended) {
                tasks.remove(ended.task());
            }
        }
    }

    private void cancelled(Waiting task, TraceEvent.Cancelled event) {
        if (task.site != null) {
            note(task.site, task.isReady ? WHEN_READY : task.wasCancelled ? AGAIN : CANCELLED);
            if (event.chain().contains(TIMEOUT)) {
                note(task.site, TIMED_OUT);
            }
        }
        task.wasCancelled = true;
    }

    private void note(String site, AwaitSite what) {
        sites.merge(site, what, AwaitSite::plus);
    }

    /** What happened at each await that was reached, by its place, in alphabetical order. */
    public Map<String, AwaitSite> sites() {
        return Collections.unmodifiableMap(sites);
    }

    /** How many awaits a task was cancelled at. */
    public long cancelledSites() {
        return sites.values().stream().filter(AwaitSite::isCancelled).count();
    }

    private static final class Waiting {
        private @Nullable String site;
        private boolean isReady;
        private boolean wasCancelled;
    }
}
