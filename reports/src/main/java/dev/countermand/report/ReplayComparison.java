package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.json.AsciiText;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a replayed run was the recorded one: all choices, all events and the verdict. What ran
 * and how its choices came about (subject and origin) are not compared, as a replay has its own.
 */
public sealed interface ReplayComparison {
    /** One line of printable ASCII. */
    String text();

    /**
     * The runs are the same.
     *
     * @param choices how many choices were compared
     * @param events how many events were compared
     */
    record Same(int choices, int events) implements ReplayComparison {
        @Override
        public String text() {
            return "same run: " + choices + " choices and " + events + " events agree";
        }
    }

    /**
     * The runs differ.
     *
     * @param part in which list the first difference is
     * @param position the index of the first difference in that list, from 0
     * @param step the step of the recorded item, or of the replayed one where nothing was recorded
     * @param recorded what was recorded, in the words of the trace file, null for nothing further
     * @param happened what happened instead, null for nothing further
     */
    record Different(
            Part part,
            int position,
            long step,
            @Nullable String recorded,
            @Nullable String happened)
            implements ReplayComparison {
        private static final int LONGEST_ITEM = 200;

        @Override
        public String text() {
            return "the replay differs at step " + step + ", " + part.label() + " " + position
                    + ": recorded " + shown(recorded) + ", now " + shown(happened);
        }

        private static String shown(@Nullable String item) {
            return item == null ? "nothing further" : AsciiText.cut(item, LONGEST_ITEM);
        }
    }

    /** The lists that are compared. */
    enum Part {
        /** The choices. */
        CHOICE("choice"),
        /** The events. */
        EVENT("event"),
        /** The violations. */
        VIOLATION("violation"),
        /** The number of steps and the time at the end. */
        END("end");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /** The part's word in messages. */
        public String label() {
            return label;
        }
    }

    /**
     * Compares two runs. Of a difference among the choices and one among the events, the one at the
     * earlier step is named; at the same step the choice, as it comes from the explorer.
     */
    static ReplayComparison of(TraceDocument recorded, TraceDocument replayed) {
        Different choice = firstDifference(Part.CHOICE, recorded.choices(), replayed.choices(),
                Choice::step, TraceWriter::choice);
        Different event = firstDifference(Part.EVENT, recorded.events(), replayed.events(),
                item -> item.stamp().step(), EventForm::write);
        if (choice != null && (event == null || choice.step() <= event.step())) {
            return choice;
        }
        if (event != null) {
            return event;
        }
        Different verdict = verdict(recorded.verdict(), replayed.verdict());
        return verdict != null
                ? verdict
                : new Same(recorded.choices().size(), recorded.events().size());
    }

    private static @Nullable Different verdict(
            TraceDocument.RunVerdict recorded, TraceDocument.RunVerdict replayed) {
        Different violation = firstDifference(Part.VIOLATION, recorded.violations(),
                replayed.violations(), Violation::step, TraceWriter::violation);
        if (violation != null) {
            return violation;
        }
        boolean same = recorded.steps() == replayed.steps() && recorded.nanos() == replayed.nanos();
        return same
                ? null
                : new Different(Part.END, 0, recorded.steps(), end(recorded), end(replayed));
    }

    private static String end(TraceDocument.RunVerdict verdict) {
        return verdict.steps() + " steps, " + verdict.nanos() + " ns";
    }

    private static <T> @Nullable Different firstDifference(Part part, List<T> recorded,
            List<T> replayed, ToLongFunction<T> step, Function<T, String> words) {
        int length = Math.max(recorded.size(), replayed.size());
        for (int i = 0; i < length; i++) {
            T before = i < recorded.size() ? recorded.get(i) : null;
            T now = i < replayed.size() ? replayed.get(i) : null;
            if (!Objects.equals(before, now)) {
                T known = before != null ? before : Objects.requireNonNull(now);
                return new Different(part, i, step.applyAsLong(known),
                        before == null ? null : words.apply(before),
                        now == null ? null : words.apply(now));
            }
        }
        return null;
    }
}
