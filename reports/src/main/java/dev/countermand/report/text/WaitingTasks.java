package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which task waits for what, at a moment of a run. */
final class WaitingTasks {
    private WaitingTasks() {}

    /**
     * The tasks that wait after a step and before the next, with what they wait for; of a task that
     * was woken, that its turn comes.
     */
    static Map<String, String> after(TraceDocument document, long step) {
        Map<String, String> waiting = new LinkedHashMap<>();
        for (TraceEvent event : document.events()) {
            if (event.stamp().step() > step) {
                break;
            }
            note(waiting, event);
        }
        return waiting;
    }

    private static void note(Map<String, String> waiting, TraceEvent event) {
        if (event instanceof TraceEvent.Ran ran) {
            waiting.remove(ran.what());
        } else if (event instanceof TraceEvent.Awaited awaited) {
            waiting.put(awaited.task(), EventWords.waitsFor(awaited.on()));
        } else if (event instanceof TraceEvent.Woken woken) {
            waiting.replace(woken.task(), "woken, its turn comes");
        } else if (event instanceof TraceEvent.Ended ended) {
            waiting.remove(ended.task());
        }
    }
}
