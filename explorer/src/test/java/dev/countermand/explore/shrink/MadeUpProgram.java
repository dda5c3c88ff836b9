package dev.countermand.explore.shrink;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that asks choices in an order of its own and fails by a rule of its own. */
final class MadeUpProgram implements Program {
    private final Body body;
    private long runs;

    MadeUpProgram(Body body) {
        this.body = body;
    }

    /** What it does. */
    interface Body {
        /** Returns what went wrong, null for nothing. */
        @Nullable String run(Asking asking);
    }

    /** How many times it was run. */
    long runs() {
        return runs;
    }

    @Override
    public String name() {
        return "made up";
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        runs++;
        Asking asking = new Asking(scheduler);
        String wrong = body.run(asking);
        List<Violation> violations = wrong == null
                ? List.of()
                : List.of(new Violation(Violation.Kind.CHECK, wrong, asking.asked, 0, List.of()));
        return new RunOutcome(violations, 1 + asking.asked, asking.asked);
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        RunOutcome outcome = run(scheduler);
        return new TraceDocument(
                new TraceDocument.Subject(name(), null, null),
                new TraceDocument.Origin(origin.seed(), origin.strategy(), "legal", "3.14", 1_000),
                List.of(),
                List.of(),
                new TraceDocument.RunVerdict(outcome.violations(), outcome.steps(), 0));
    }

    /** One run's questions. */
    static final class Asking {
        private final Scheduler scheduler;
        private int asked;

        Asking(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        /** A value from 0 to bound - 1. */
        int value(String place, int bound) {
            return ask(ChoiceKind.CHOOSE, place, bound, numbers(bound));
        }

        /** Which of two timers fires first. */
        int tie(String... owners) {
            return ask(ChoiceKind.TIMER_TIE, "due", owners.length, List.of(owners));
        }

        /** Whether a task is cancelled here. */
        boolean cancel(String task, String await) {
            return ask(ChoiceKind.CANCEL, task, 2, List.of("none", task + " at " + await)) == 1;
        }

        private int ask(ChoiceKind kind, String label, int bound, List<String> words) {
            asked++;
            return scheduler.choose(kind, new Words(label, words), bound);
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
