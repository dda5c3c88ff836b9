package dev.countermand.explore.kit;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A program that is a function of its choices: it makes some, and says what is wrong, if it is. */
public final class ToyProgram implements Program {
    private final Function<Choices, @Nullable String> body;

    /** Creates it; the body gives the message of a violation, null for a clean run. */
    public ToyProgram(Function<Choices, @Nullable String> body) {
        this.body = body;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        return outcome(new Choices(scheduler, OrderMode.LEGAL));
    }

    private RunOutcome outcome(Choices choices) {
        String message = body.apply(choices);
        List<Violation> violations = message == null
                ? List.of()
                : List.of(new Violation(
                        Violation.Kind.CHECK, message, choices.asked(), 0, List.of()));
        return new RunOutcome(violations, choices.asked(), choices.asked());
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        Choices choices = new Choices(scheduler, OrderMode.LEGAL);
        choices.startRecording();
        RunOutcome outcome = outcome(choices);
        return new TraceDocument(
                new TraceDocument.Subject("toy", null, null),
                new TraceDocument.Origin(origin.seed(), origin.strategy(), "legal", "3.14", 9),
                choices.recorded(),
                List.of(),
                new TraceDocument.RunVerdict(outcome.violations(), outcome.steps(), 0));
    }
}
