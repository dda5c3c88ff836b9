package dev.countermand.loop.run;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.RandomStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * A Runner against a model of three states, for random sequences of operations. The model was
 * compared with CPython 3.13's own Runner on 3000 such sequences.
 */
class RunnerLifeTest {
    /** What can be done with a runner, and what it gives while the runner is not closed. */
    enum Operation {
        ENTER("None"),
        EXIT("None"),
        CLOSE("None"),
        GET_LOOP("None"),
        RUN("1"),
        RUN_SLEEPING("2"),
        RUN_RAISING("ValueError: boom"),
        RUN_CANCELLED("CancelledError: own"),
        RUN_NESTED("RuntimeError: Runner.run() cannot be called from a running event loop"),
        RUN_ASYNCIO_RUN("RuntimeError: asyncio.run() cannot be called from a running event loop"),
        RUN_CLOSING("CancelledError: "),
        RUN_CLOSING_AND_WAITING("RuntimeError: Cannot close a running event loop then cancelled"),
        RUN_INTERRUPTED("KeyboardInterrupt: "),
        RUN_INTERRUPTED_TWICE("KeyboardInterrupt: "),
        RUN_SWALLOWING_ONE_INTERRUPT("swallowed"),
        RUN_SWALLOWING_ONE_OF_TWO("KeyboardInterrupt: ");

        private final String outcome;

        Operation(String outcome) {
            this.outcome = outcome;
        }

        boolean ends() {
            return this == EXIT || this == CLOSE;
        }
    }

    private enum State {
        CREATED, INITIALIZED, CLOSED
    }

    @Provide
    Arbitrary<List<Operation>> lives() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(Operation.values())),
                Tuple.of(5, Arbitraries.of(Operation.values()).filter(one -> !one.ends())))
                .list().ofMaxSize(12);
    }

    private static List<String> model(List<Operation> life) {
        State state = State.CREATED;
        List<String> outcomes = new ArrayList<>();
        for (Operation operation : life) {
            if (operation.ends()) {
                outcomes.add("None");
                state = state == State.INITIALIZED ? State.CLOSED : state;
            } else if (state == State.CLOSED) {
                outcomes.add("RuntimeError: Runner is closed");
            } else {
                outcomes.add(operation.outcome);
                state = State.INITIALIZED;
            }
        }
        return outcomes;
    }

    @Property(tries = 500, seed = "20261122")
    void aRunnerLivesAsItsModel(
            @ForAll("lives") List<Operation> life,
            @ForAll long seed,
            @ForAll PythonVersion python) {
        Simulation simulation = new Simulation(
                new Choices(new RandomStrategy().scheduler(seed), OrderMode.LEGAL),
                new Simulation.Settings(
                        python, Simulation.DEFAULT_STEP_LIMIT, Simulation.TaskNaming.NUMBERED,
                        Simulation.Interruption.NEVER));
        assertThat(new Life(simulation).play(life)).isEqualTo(model(life));
        assertThat(SimLoop.runningOrNull()).isNull();
        assertThat(simulation.signals().handler()).isNull();
    }

    /** One runner and the programs that it is given. */
    private static final class Life {
        private final Simulation simulation;
        private final Runner runner;

        Life(Simulation simulation) {
            this.simulation = simulation;
            this.runner = new Runner(simulation, () -> {
                SimLoop loop = simulation.newLoop();
                loop.setExceptionHandler((owner, report) -> {});
                return loop;
            }, null);
        }

        List<String> play(List<Operation> life) {
            List<String> outcomes = new ArrayList<>();
            life.forEach(operation -> outcomes.add(describe(() -> perform(operation))));
            return outcomes;
        }

        private static String describe(Supplier<@Nullable Object> call) {
            try {
                Object value = call.get();
                return value == null ? "None" : value.toString();
            } catch (Throwable error) {
                return NamedError.of(error) + ": " + NamedError.textOf(error);
            }
        }

        private @Nullable Object perform(Operation operation) {
            switch (operation) {
                case ENTER -> runner.enter();
                case GET_LOOP -> runner.getLoop();
                case EXIT, CLOSE -> runner.close();
                default -> {
                    return runner.run(program(operation));
                }
            }
            return null;
        }

        private Coroutine<Object> program(Operation operation) {
            return switch (operation) {
                case RUN_SLEEPING -> script("main").sleep(1).giving(() -> 2);
                case RUN_RAISING -> script("main").raise(new ValueError("boom"));
                case RUN_CANCELLED -> script("main").raise(new CancelledError("own"));
                case RUN_NESTED -> script("main").giving(
                        () -> describe(() -> runner.run(script("inner"))));
                case RUN_ASYNCIO_RUN -> script("main").giving(
                        () -> describe(() -> Runner.run(simulation, script("inner"))));
                case RUN_CLOSING -> script("main").giving(this::tryToClose);
                case RUN_CLOSING_AND_WAITING -> closingAndWaiting();
                case RUN_INTERRUPTED -> interrupting(1, 1).sleep(5);
                case RUN_INTERRUPTED_TWICE -> interrupting(1, 1).run(() -> interruptIn(1)).sleep(5);
                case RUN_SWALLOWING_ONE_INTERRUPT -> swallowing(interrupting(1, 1));
                case RUN_SWALLOWING_ONE_OF_TWO -> swallowing(interrupting(1, 2));
                default -> script("main").giving(() -> 1);
            };
        }

        private String tryToClose() {
            return describe(() -> {
                runner.close();
                return null;
            });
        }

        private Script closingAndWaiting() {
            String[] seen = new String[1];
            return script("main")
                    .run(() -> seen[0] = tryToClose())
                    .onCancel(script("wait").sleep(1), error -> seen[0] += " then cancelled")
                    .giving(() -> seen[0]);
        }

        private void interruptIn(long nanos) {
            SimLoop.running().callLater(nanos, simulation.signals()::interrupt);
        }

        private Script interrupting(long first, long last) {
            return script("main").run(() -> {
                for (long nanos = first; nanos <= last; nanos++) {
                    interruptIn(nanos);
                }
            });
        }

        private static Script swallowing(Script begun) {
            return begun
                    .onCancel(script("first").sleep(5), error -> {}, script("then").sleep(5))
                    .giving(() -> "swallowed");
        }
    }
}
