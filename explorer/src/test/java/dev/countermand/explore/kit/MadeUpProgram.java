package dev.countermand.explore.kit;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that asks choices in an order of its own and fails by a rule of its own. */
public final class MadeUpProgram implements Program {
    private final Body body;
    private long runs;

    /** Creates a program that does this. */
    public MadeUpProgram(Body body) {
        this.body = body;
    }

    /** What it does. */
    public interface Body {
        /** Returns what went wrong, null for nothing. */
        @Nullable String run(Asking asking);
    }

    /** How many times it was run. */
    public long runs() {
        return runs;
    }

    @Override
    public String name() {
        return "made up";
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        return run(new Asking(scheduler));
    }

    private RunOutcome run(Asking asking) {
        runs++;
        String wrong = body.run(asking);
        int asked = asking.answers.size();
        List<Violation> violations = wrong == null
                ? List.of()
                : List.of(new Violation(Violation.Kind.CHECK, wrong, asked, 0, List.of()));
        return new RunOutcome(violations, 1 + asked, asked);
    }

    /** Its events are its answers. */
    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        Asking asking = new Asking(scheduler);
        RunOutcome outcome = run(asking);
        return new TraceDocument(
                new TraceDocument.Subject(name(), null, null),
                new TraceDocument.Origin(origin.seed(), origin.strategy(), "legal", "3.14", 1_000),
                List.of(),
                asking.answers,
                new TraceDocument.RunVerdict(outcome.violations(), outcome.steps(), 0));
    }

    /** One run's questions. */
    public static final class Asking {
        private final Scheduler scheduler;
        private final List<TraceEvent> answers = new ArrayList<>();

        Asking(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        /** A value from 0 to bound - 1. */
        public int value(String place, int bound) {
            return ask(ChoiceKind.CHOOSE, place, bound, numbers(bound));
        }

        /** Which of several timers fires first. */
        public int tie(String... owners) {
            return ask(ChoiceKind.TIMER_TIE, "due", owners.length, List.of(owners));
        }

        /** Whether a task is cancelled here. */
        public boolean cancel(String task, String await) {
            return ask(ChoiceKind.CANCEL, task, 2, List.of("none", task + " at " + await)) == 1;
        }

        private int ask(ChoiceKind kind, String label, int bound, List<String> words) {
            int pick = scheduler.choose(kind, new Words(label, words), bound);
            answers.add(new TraceEvent.Ran(
                    new TraceEvent.Stamp(answers.size(), 0), label + ": " + words.get(pick)));
            return pick;
        }

        private static List<String> numbers(int bound) {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < bound; i++) {
                numbers.add(Integer.toString(i));
            }
            return numbers;
        }
    }

    private record Words(String label, List<String> words) implements Alternatives {
        @Override
        public String describe(int picked) {
            return words.get(picked);
        }
    }
}
