package dev.countermand.page;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Outcome;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run of some length, as a server would make it: workers that take jobs from a queue, sleep and
 * say what they did, until one is cancelled.
 */
final class LargeRun {
    private static final int WORKERS = 24;
    private static final long MILLI = 1_000_000;

    private final List<TraceEvent> events = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private long step;
    private long nanos;

    private LargeRun() {}

    /** A failing run of at least so many events. */
    static TraceDocument of(int least) {
        return new LargeRun().document(least);
    }

    private Stamp stamp() {
        return new Stamp(step, nanos);
    }

    private TraceDocument document(int least) {
        begin();
        for (int round = 0; events.size() < least; round++) {
            round(round);
        }
        choices.add(choice(1));
        events.add(new TraceEvent.Cancelled(
                stamp(), "worker-3", null, null, List.of("explorer")));
        events.add(new TraceEvent.Woken(stamp(), "worker-3", null));
        step++;
        events.add(new TraceEvent.Ran(stamp(), "worker-3"));
        events.add(new TraceEvent.Logged(stamp(), "worker-3", "violation",
                Map.of("message", "a job is lost")));
        events.add(new TraceEvent.Ended(stamp(), "worker-3", Outcome.CANCELLED));
        return new TraceDocument(
                new TraceDocument.Subject("large", null, null),
                new TraceDocument.Origin(7, "aimed", "legal", "3.14", 10_000_000),
                choices, events, new TraceDocument.RunVerdict(
                        List.of(new Violation(Violation.Kind.CHECK, "a job is lost", step, nanos,
                                List.of())), step, nanos));
    }

    private void begin() {
        events.add(new TraceEvent.Scheduled(stamp(), "main", null, null));
        step++;
        events.add(new TraceEvent.Ran(stamp(), "main"));
        for (int worker = 0; worker < WORKERS; worker++) {
            events.add(new TraceEvent.Scheduled(stamp(), "worker-" + worker, "main", null));
        }
        events.add(new TraceEvent.Awaited(stamp(), "main", "gather", "Server.java:12"));
    }

    private void round(int round) {
        String worker = "worker-" + round * 7 % WORKERS;
        events.add(new TraceEvent.Advanced(new Stamp(step, nanos + MILLI), nanos));
        nanos += MILLI;
        step++;
        events.add(new TraceEvent.Ran(stamp(), "timer"));
        events.add(new TraceEvent.Woken(stamp(), worker, "timer"));
        if (round % 5 == 0) {
            choices.add(choice(0));
        }
        step++;
        events.add(new TraceEvent.Ran(stamp(), worker));
        events.add(new TraceEvent.Logged(stamp(), worker, "log",
                Map.of("text", "job", "value", (long) round)));
        events.add(new TraceEvent.Scheduled(stamp(), "timer", worker, nanos + 7 * MILLI));
        events.add(new TraceEvent.Awaited(stamp(), worker,
                "sleep until " + (nanos + 7 * MILLI) + " ns", "Server.java:" + (30 + round % 9)));
    }

    private Choice choice(int picked) {
        return new Choice(step, ChoiceKind.CANCEL, "worker-3", new Choice.Answer(
                picked, 2, picked == 0 ? "none" : "worker-3 at Server.java:33", 1));
    }
}
