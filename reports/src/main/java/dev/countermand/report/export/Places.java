package dev.countermand.report.export;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where in the user's terms the tasks wait when something goes wrong. */
final class Places {
    private Places() {}

    /** The places that a violation names, else those of all tasks that wait at its step. */
    static List<String> of(TraceDocument document, Violation violation) {
        List<String> named = violation.waiting().stream()
                .map(Violation.Waiting::where).filter(Objects::nonNull).toList();
        return named.isEmpty() ? waitingAt(document, violation.step()) : named;
    }

    private static List<String> waitingAt(TraceDocument document, long step) {
        Map<String, String> places = new LinkedHashMap<>();
        for (TraceEvent event : document.events()) {
            if (event.stamp().step() > step) {
                break;
            }
            if (event instanceof TraceEvent.Awaited awaited && awaited.where() != null) {
                places.put(awaited.task(), awaited.where());
            } else if (event instanceof TraceEvent.Ended ended) {
                places.remove(ended.task());
            }
        }
        return new ArrayList<>(places.values());
    }
}
