package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterruptInjectorTest {
    private final List<String> log = new ArrayList<>();
    private Choices choices = new Choices((kind, about, bound) -> 0, OrderMode.LEGAL);

    private static int[] atOffers(int... offers) {
        int[] answers = new int[offers[offers.length - 1] + 1];
        for (int offer : offers) {
            answers[offer] = 1;
        }
        return answers;
    }

    /** Runs a main task that counts, sleeps, and cleans up for a while when it is cancelled. */
    private @Nullable Throwable run(Simulation.Interruption interruption, int... answers) {
        Scheduler scheduler = new Picks(ChoiceKind.INTERRUPT, answers);
        choices = new Choices(scheduler, OrderMode.LEGAL);
        Simulation simulation = new Simulation(choices, new Simulation.Settings(
                PythonVersion.PYTHON_3_14, 1_000, Simulation.TaskNaming.NUMBERED)
                .withInterruption(interruption));
        log.clear();
        return catchThrowable(() -> Runner.run(simulation, script("main").onCancel(
                script("count").run(() -> log.add("1")).pause(1).run(() -> log.add("2")).sleep(5),
                error -> log.add("cancelled"))));
    }

    @Test
    void noneArrivesUnlessTheSimulationAsksForIt() {
        assertThat(run(Simulation.Interruption.NEVER, atOffers(0, 1, 2, 3))).isNull();
        assertThat(choices.asked()).isZero();
        assertThat(log).containsExactly("1", "2");
    }

    @Test
    void choiceZeroIsNone() {
        assertThat(run(Simulation.Interruption.BETWEEN_STEPS)).isNull();
        assertThat(choices.asked()).isGreaterThan(3);
        assertThat(log).containsExactly("1", "2");
    }

    @Test
    void oneCanArriveBeforeAndAfterEveryStepAndInTheIdleTime() {
        Set<List<String>> logs = new LinkedHashSet<>();
        for (int offer = 0; offer < 6; offer++) {
            run(Simulation.Interruption.BETWEEN_STEPS, atOffers(offer));
            logs.add(List.copyOf(log));
        }
        assertThat(logs).contains(List.of(), List.of("1", "cancelled"),
                List.of("1", "2", "cancelled"), List.of("1", "2"));
    }

    @Test
    void theFirstCancelsTheMainTaskAndTheSecondIsRaisedAtOnce() {
        assertThat(run(Simulation.Interruption.BETWEEN_STEPS, atOffers(2))).isNull();
        assertThat(log).endsWith("cancelled");
        assertThat(run(Simulation.Interruption.BETWEEN_STEPS, atOffers(2, 3)))
                .isInstanceOf(KeyboardInterrupt.class);
    }

    @Test
    void thereAreAtMostTwo() {
        int[] always = {1, 1, 1, 1, 1, 1};
        run(Simulation.Interruption.BETWEEN_STEPS, always);
        assertThat(choices.asked()).isEqualTo(2);
    }

    @Test
    void aTaskSaysHowFarItHasCome() {
        Trial t = Trial.begin();
        Future<Object> future = t.future();
        Task<Object> task = t.spawn(script("t").pause(1).await(() -> future));
        List<String> standings = new ArrayList<>();
        Runnable look = () -> standings.add(task.standing().name());
        look.run();
        t.run(script("main").run(look).pause(1).run(look).run(() -> future.setResult(null))
                .run(look).sleep(1));
        assertThat(standings).containsExactly("NEW", "WOKEN", "WAITING", "WOKEN");
    }
}
