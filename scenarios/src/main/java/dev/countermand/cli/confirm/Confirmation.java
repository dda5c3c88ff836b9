package dev.countermand.cli.confirm;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.EventLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether CPython, with the same choices forced, did what a recorded run did. */
public sealed interface Confirmation {
    /** The kinds of violations that CPython's side can see; others are the simulated loop's. */
    Set<Violation.Kind> SEEN_ON_CPYTHON = Set.of(
            Violation.Kind.CHECK, Violation.Kind.PROPERTY, Violation.Kind.EXPECT,
            Violation.Kind.MUST_HONOUR, Violation.Kind.DEADLOCK, Violation.Kind.LIVELOCK);

    /** The kinds whose message both sides word alike. */
    Set<Violation.Kind> WORDED_ALIKE = Set.of(
            Violation.Kind.CHECK, Violation.Kind.PROPERTY, Violation.Kind.MUST_HONOUR);

    /**
     * All events agree, and so does the verdict.
     *
     * @param events how many there are
     */
    record Confirmed(int events) implements Confirmation {}

    /**
     * Something differs; the first such thing is named.
     *
     * @param place what it is, such as {@code event 7}
     * @param recorded how it was recorded, null if there is nothing further
     * @param happened what CPython did, null if there is nothing further
     */
    record Different(String place, @Nullable String recorded, @Nullable String happened)
            implements Confirmation {}

    /** The kinds that a run can be told not to look for. */
    Set<Violation.Kind> SWITCHED = Set.of(
            Violation.Kind.DEADLOCK, Violation.Kind.LIVELOCK, Violation.Kind.MUST_HONOUR);

    /** Compares a recorded run with what CPython did. */
    static Confirmation of(TraceDocument recorded, ForcedRun python) {
        List<String> lines = lines(recorded);
        Different event = firstDifference("event", lines, python.events());
        if (event != null) {
            return event;
        }
        List<String> theirs = new ArrayList<>();
        for (ForcedRun.Violated violated : python.violations()) {
            // What was not looked for in the recorded run is no difference.
            boolean isLookedFor = SWITCHED.stream()
                    .noneMatch(kind -> kind.label().equals(violated.kind()))
                    || recorded.verdict().violations().stream()
                            .anyMatch(seen -> seen.kind().label().equals(violated.kind()));
            if (isLookedFor) {
                theirs.add(words(violated.kind(), violated.message()));
            }
        }
        Different verdict = firstDifference("violation", verdict(recorded), theirs);
        return verdict == null ? new Confirmed(lines.size()) : verdict;
    }

    private static List<String> lines(TraceDocument recorded) {
        List<String> lines = new ArrayList<>();
        for (TraceEvent event : recorded.events()) {
            if (event instanceof TraceEvent.Logged logged) {
                lines.add(EventLine.of(logged));
            }
        }
        return lines;
    }

    private static List<String> verdict(TraceDocument recorded) {
        List<String> words = new ArrayList<>();
        for (Violation violation : recorded.verdict().violations()) {
            if (SEEN_ON_CPYTHON.contains(violation.kind())) {
                words.add(words(violation.kind().label(), violation.message()));
            }
        }
        return words;
    }

    private static String words(String kind, String message) {
        boolean alike = WORDED_ALIKE.stream().anyMatch(known -> known.label().equals(kind));
        return alike ? kind + ": " + message : kind;
    }

    private static @Nullable Different firstDifference(
            String what, List<String> recorded, List<String> happened) {
        for (int i = 0; i < Math.max(recorded.size(), happened.size()); i++) {
            String ours = i < recorded.size() ? recorded.get(i) : null;
            String theirs = i < happened.size() ? happened.get(i) : null;
            if (ours == null || !ours.equals(theirs)) {
                return new Different(what + " " + (i + 1), ours, theirs);
            }
        }
        return null;
    }
}
