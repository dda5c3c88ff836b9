package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run as rows, in order.
 *
 * @param rows one for each step, and one for each thing between two steps that matters
 * @param tasks the names of all tasks, in the order in which they appear
 */
record Timeline(List<Row> rows, Set<String> tasks) {

    static Timeline of(TraceDocument document) {
        Set<String> tasks = tasks(document);
        return new Timeline(new TimelineBuilder(document, tasks).build(), tasks);
    }

    /** The position behind the last row that shows a violation; all rows if none does. */
    int endOfFailure() {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).violates()) {
                return i + 1;
            }
        }
        return rows.size();
    }

    private static Set<String> tasks(TraceDocument document) {
        Set<String> tasks = new LinkedHashSet<>();
        for (TraceEvent event : document.events()) {
            if (event instanceof TraceEvent.Ran ran && !isCallback(ran.what())) {
                tasks.add(ran.what());
            } else if (event instanceof TraceEvent.Awaited awaited) {
                tasks.add(awaited.task());
            } else if (event instanceof TraceEvent.Woken woken) {
                tasks.add(woken.task());
            } else if (event instanceof TraceEvent.Cancelled cancelled) {
                tasks.add(cancelled.task());
            } else if (event instanceof TraceEvent.Ended ended) {
                tasks.add(ended.task());
            }
        }
        for (Violation violation : document.verdict().violations()) {
            violation.waiting().forEach(waiting -> tasks.add(waiting.task()));
        }
        return tasks;
    }

    /** The words with which the loop describes handles that are no task's step. */
    private static boolean isCallback(String what) {
        return what.equals("timer") || what.equals("callback")
                || what.startsWith("done callback of ");
    }
}
