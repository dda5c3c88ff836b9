package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks that wait for something at some moment of a run. */
final class Unfinished {
    private Unfinished() {}

    /**
     * Who waits, and for what, once a step is over.
     *
     * @param step the step
     * @return in the order in which the tasks began to wait
     */
    static List<Violation.Waiting> after(TraceDocument document, long step) {
        Map<String, Violation.Waiting> waiting = new LinkedHashMap<>();
        for (TraceEvent event : document.events()) {
            if (event.stamp().step() > step) {
                break;
            }
            if (event instanceof TraceEvent.Awaited awaited) {
                waiting.remove(awaited.task());
                waiting.put(awaited.task(), new Violation.Waiting(
                        awaited.task(), awaited.on(), awaited.where()));
            } else if (event instanceof TraceEvent.Woken woken) {
                waiting.remove(woken.task());
            } else if (event instanceof TraceEvent.Ran ran) {
                waiting.remove(ran.what());
            } else if (event instanceof TraceEvent.Ended ended) {
                waiting.remove(ended.task());
            }
        }
        return new ArrayList<>(waiting.values());
    }
}
