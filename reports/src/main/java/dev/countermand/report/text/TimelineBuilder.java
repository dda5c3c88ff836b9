package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges events and choices into rows.
 *
 * <p>A step begins with its event {@code ran}; no event says where it ends. What certainly lies
 * outside any step (a jump of the clock, the explorer, a signal, the host) begins a row of its own,
 * and what follows belongs to that row until the next step. Choices carry the number of steps that
 * had begun, so each is placed before the first event of a later step.
 */
final class TimelineBuilder {
    private static final Set<String> OUTSIDE = Set.of("explorer", "SIGINT", "Runner.close");

    /** The errors with which the loop gives up: the violation comes before the host hears of it. */
    private static final List<String> ABORTS = List.of("Deadlock", "Livelock");

    private final TraceDocument document;
    private final Set<String> tasks;
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Choice> departures = new ArrayDeque<>();
    private final Deque<Violation> silent = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private @Nullable Row current;
    private @Nullable String running;
    private int position;

    TimelineBuilder(TraceDocument document, Set<String> tasks) {
        this.document = document;
        this.tasks = tasks;
        document.choices().stream().filter(Choice::departs).forEach(departures::add);
        for (Violation violation : document.verdict().violations()) {
            boolean logged = violation.kind() == Violation.Kind.CHECK
                    || violation.kind() == Violation.Kind.PROPERTY;
            if (!logged) {
                silent.add(violation);
            }
        }
    }

    List<Row> build() {
        for (TraceEvent event : document.events()) {
            if (event instanceof TraceEvent.Ran ran) {
                placeDepartures(ran.stamp().step(), ran.stamp().nanos());
                placeSilent(ran.stamp().step());
                begin(ran);
            } else {
                add(event);
            }
            position++;
        }
        placeDepartures(Long.MAX_VALUE, document.verdict().nanos());
        placeSilent(Long.MAX_VALUE);
        return rows;
    }

    private void begin(TraceEvent.Ran ran) {
        Row row = new Row(ran.stamp().step(), ran.stamp().nanos(), Row.Place.STEP, position);
        rows.add(row);
        current = row;
        running = tasks.contains(ran.what()) ? ran.what() : null;
        row.setActor(ran.what(), running == null);
        seen.add(ran.what());
    }

    private void add(TraceEvent event) {
        if (event instanceof TraceEvent.Advanced) {
            leaveStep();
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            cancelled(cancelled);
        } else if (event instanceof TraceEvent.Woken woken) {
            Row row = row(event);
            if (!row.has(woken.task(), EventWords.CANCEL)) {
                row.add(woken.task(), EventWords.woken(woken));
            }
        } else if (event instanceof TraceEvent.Awaited awaited) {
            row(event).add(awaited.task(), EventWords.awaits(awaited));
        } else if (event instanceof TraceEvent.Ended ended) {
            ended(ended);
        } else if (event instanceof TraceEvent.Scheduled scheduled) {
            scheduled(scheduled);
        } else if (event instanceof TraceEvent.Logged logged) {
            logged(logged);
        }
    }

    private void cancelled(TraceEvent.Cancelled event) {
        boolean outside = !event.chain().isEmpty() && OUTSIDE.contains(event.chain().get(0));
        boolean injected = event.chain().equals(List.of("explorer"));
        if (outside && event.chain().get(0).equals("Runner.close")) {
            placeSilent(event.stamp().step() + 1);
        }
        if (injected || outside && current != null && current.place() == Row.Place.STEP) {
            leaveStep();
        }
        Row row = row(event);
        if (injected) {
            takeDeparture(row, event.stamp().step());
        }
        row.add(event.task(), EventWords.cancelled(event));
    }

    /** The explorer's cancel is the next departure of its kind: the row shows both. */
    private void takeDeparture(Row row, long step) {
        for (Choice choice : departures) {
            if (choice.kind() == ChoiceKind.CANCEL && choice.step() == step) {
                departures.remove(choice);
                row.markDeparture();
                return;
            }
        }
    }

    private void ended(TraceEvent.Ended event) {
        Row row = row(event);
        String words = EventWords.ended(event.outcome());
        if (!row.has(event.task(), words)) {
            row.add(event.task(), words);
        }
    }

    private void scheduled(TraceEvent.Scheduled event) {
        boolean creates = tasks.contains(event.what()) && seen.add(event.what());
        if (creates && running != null && current != null) {
            row(event).add(running, "creates " + EventWords.name(event.what()));
        }
    }

    private void logged(TraceEvent.Logged event) {
        if (event.in() == null && event.fields().get("outcome") instanceof String) {
            hostOperation(event);
            return;
        }
        Row row = row(event);
        String phrase = EventWords.logged(event, running);
        if (event.event().equals("violation")) {
            row.markViolation();
        }
        if (running == null) {
            row.remark(phrase);
        } else {
            row.add(running, phrase);
        }
    }

    private void hostOperation(TraceEvent.Logged event) {
        leaveStep();
        if (event.fields().get("error") instanceof String error && ABORTS.contains(error)) {
            placeSilent(event.stamp().step() + 1);
        }
        if (isWorthTelling(event)) {
            row(event).remark(EventWords.logged(event, null));
            leaveStep();
        }
    }

    /** Host operations that return nothing only say that the script went on. */
    private static boolean isWorthTelling(TraceEvent.Logged event) {
        return !"returned".equals(event.fields().get("outcome"))
                || event.fields().get("value") != null;
    }

    private void leaveStep() {
        current = null;
        running = null;
    }

    private Row row(TraceEvent event) {
        if (current == null) {
            current = new Row(event.stamp().step(), event.stamp().nanos(),
                    Row.Place.AFTER_STEP, position);
            rows.add(current);
        }
        return current;
    }

    /** Places the departures that were made before a step began. */
    private void placeDepartures(long step, long nanos) {
        while (!departures.isEmpty() && departures.element().step() < step) {
            place(departures.remove(), nanos);
        }
    }

    /** Places the violations that are no events and were found before a step began. */
    private void placeSilent(long step) {
        while (!silent.isEmpty() && silent.element().step() < step) {
            Violation violation = silent.remove();
            Row row = new Row(violation.step(), violation.nanos(), Row.Place.AFTER_STEP, position);
            row.remark(
                    violation.kind().label() + ": " + EventWords.text(violation.message()) + " !");
            row.markViolation();
            rows.add(row);
            leaveStep();
        }
    }

    private void place(Choice choice, long nanos) {
        Row row = stepOf(choice);
        if (row == null) {
            row = new Row(choice.step(), nanos, Row.Place.AFTER_STEP, position);
            row.remark(DepartureWords.of(choice));
            rows.add(row);
            leaveStep();
        }
        row.markDeparture();
    }

    /** The step that made the choice itself, null if it was made between two steps. */
    private @Nullable Row stepOf(Choice choice) {
        boolean between = !DepartureWords.isMadeByAStep(choice.kind());
        for (int i = rows.size() - 1; i >= 0 && !between; i--) {
            if (rows.get(i).place() == Row.Place.STEP && rows.get(i).step() == choice.step()) {
                return rows.get(i);
            }
        }
        return null;
    }
}
