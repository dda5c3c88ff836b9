package dev.countermand.scenario.run;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Simulation.TaskNaming;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskFactory;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.ReplayDiverged;
import dev.countermand.loop.schedule.RunAbandoned;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.interpret.Frame;
import dev.countermand.scenario.interpret.HostExpression;
import dev.countermand.scenario.interpret.Seconds;
import dev.countermand.scenario.interpret.World;
import dev.countermand.scenario.model.HostOperation;
import dev.countermand.scenario.model.Outcome;
import dev.countermand.scenario.model.RunnerOptions;
import dev.countermand.scenario.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a scenario, from the first operation of the host script to the verdict. */
public final class ScenarioRun {
    private final PreparedScenario prepared;
    private final Simulation simulation;
    private final EventRecorder events;
    private final World world;
    private final OracleSet oracles;
    private final Set<String> brokenInvariants = new LinkedHashSet<>();

    private ScenarioRun(
            PreparedScenario prepared,
            Simulation simulation,
            EventRecorder events,
            RunOptions options) {
        this.prepared = prepared;
        this.simulation = simulation;
        this.events = events;
        this.oracles = options.oracles();
        this.world = new World(prepared.program(), simulation, events);
        events.setWorld(world);
        if (options.backend() != null) {
            DirectStyle direct = new DirectStyle(simulation, options.backend());
            world.carryBodies(body -> direct.coroutine(body.name(), () -> DirectStyle.await(body)));
        }
    }

    /** Runs a scenario and looks at nothing but the violations. */
    public static ScenarioResult run(
            PreparedScenario prepared, Scheduler scheduler, RunOptions options) {
        return new ScenarioRun(
                prepared, simulation(scheduler, options), new EventRecorder(null), options)
                .toResult();
    }

    /** Runs a scenario and gives its events, as they happen, to a sink. */
    public static ScenarioResult run(
            PreparedScenario prepared,
            Scheduler scheduler,
            RunOptions options,
            Consumer<? super TraceEvent.Logged> sink) {
        return new ScenarioRun(
                prepared, simulation(scheduler, options), new EventRecorder(sink), options)
                .toResult();
    }

    /**
     * Runs a scenario and reports what its steps touch.
     *
     * @param sink gets the scenario's events, null if nobody wants them
     * @param accesses hears of every access
     */
    public static ScenarioResult observe(
            PreparedScenario prepared,
            Scheduler scheduler,
            RunOptions options,
            @Nullable Consumer<? super TraceEvent.Logged> sink,
            AccessSink accesses) {
        Simulation simulation = simulation(scheduler, options);
        simulation.reportAccessesTo(accesses);
        return new ScenarioRun(prepared, simulation, new EventRecorder(sink), options).toResult();
    }

    /**
     * Runs a scenario and gives everything that happens, its own events among it, to a sink; the
     * result has the choices.
     *
     * @throws ReplayDiverged if the scheduler replays and the program has changed
     */
    public static ScenarioResult trace(
            PreparedScenario prepared,
            Scheduler scheduler,
            RunOptions options,
            Consumer<TraceEvent> sink) {
        Simulation simulation = simulation(scheduler, options);
        simulation.traceTo(sink);
        return new ScenarioRun(prepared, simulation, new EventRecorder(sink::accept), options)
                .toResult();
    }

    private static Simulation simulation(Scheduler scheduler, RunOptions options) {
        return new Simulation(
                new Choices(scheduler, options.orders()),
                new Simulation.Settings(
                        options.compatibility(),
                        options.stepLimit(),
                        TaskNaming.AFTER_COROUTINE,
                        options.oracles(),
                        options.interruption()));
    }

    private ScenarioResult toResult() {
        for (double seconds : prepared.scenario().host().interrupts()) {
            simulation.signals().interruptAt(Seconds.toNanos(seconds));
        }
        if (!prepared.always().isEmpty()) {
            simulation.afterEachStep(this::checkAlways);
        }
        Runner runner = newRunner();
        world.setRunner(runner);
        for (PreparedScenario.HostStep step : prepared.steps()) {
            perform(runner, step);
        }
        checkHonour();
        for (PreparedScenario.Invariant invariant : prepared.atEnd()) {
            if (!holds(invariant)) {
                events.violated(null, Violation.Kind.PROPERTY, invariant.name());
            }
        }
        return new ScenarioResult(
                violations(),
                simulation.steps(),
                simulation.choices().asked(),
                world.nanos(),
                simulation.choices().recorded());
    }

    /** What the scenario checks, then what the oracles saw. */
    private List<Violation> violations() {
        List<Violation> all = new ArrayList<>(events.violations());
        all.addAll(simulation.findings().atEnd());
        return all;
    }

    private Runner newRunner() {
        RunnerOptions options = prepared.scenario().host().options();
        return new Runner(simulation, this::newLoop, options.debug());
    }

    private SimLoop newLoop() {
        SimLoop loop = simulation.newLoop();
        loop.setExceptionHandler((owner, report) -> events.handled(report));
        if (prepared.scenario().host().options().eagerTasks()) {
            loop.setTaskFactory(TaskFactory.EAGER);
        }
        return loop;
    }

    private void perform(Runner runner, PreparedScenario.HostStep step) {
        HostOperation operation = step.operation();
        if (operation instanceof HostOperation.Log log) {
            log(log.text(), step.expressions());
            return;
        }
        String name = nameOf(operation);
        boolean runs = operation instanceof HostOperation.Run
                || operation instanceof HostOperation.AsyncioRun;
        try {
            Object value = call(runner, operation, step.expressions());
            events.hostReturned(name, value);
            if (runs) {
                expect(name, Outcome.RETURNED, "");
            }
        } catch (ReplayDiverged | RunAbandoned diverged) {
            throw diverged;
        } catch (Deadlock deadlock) {
            events.hostRaised(name, deadlock);
            if (oracles.has(Oracle.DEADLOCK)) {
                events.add(Violation.Kind.DEADLOCK, deadlock.getMessage(), waiting(deadlock));
            }
        } catch (Livelock livelock) {
            events.hostRaised(name, livelock);
            if (oracles.has(Oracle.LIVELOCK)) {
                events.add(Violation.Kind.LIVELOCK, livelock.getMessage(), List.of());
            }
        } catch (Throwable error) {
            events.hostRaised(name, error);
            if (runs) {
                boolean cancelled = error instanceof CancelledError;
                expect(name, cancelled ? Outcome.CANCELLED : Outcome.RAISED,
                        cancelled ? "" : " " + NamedError.of(error));
            }
        }
    }

    private static List<Violation.Waiting> waiting(Deadlock deadlock) {
        List<Violation.Waiting> waiting = new ArrayList<>();
        for (Deadlock.Waiting task : deadlock.waiting()) {
            waiting.add(new Violation.Waiting(task.task(), task.on(), task.where()));
        }
        return waiting;
    }

    private static String nameOf(HostOperation operation) {
        if (operation instanceof HostOperation.Enter) {
            return "enter";
        }
        if (operation instanceof HostOperation.Exit) {
            return "exit";
        }
        if (operation instanceof HostOperation.Run) {
            return "run";
        }
        if (operation instanceof HostOperation.GetLoop) {
            return "get_loop";
        }
        return operation instanceof HostOperation.Close ? "close" : "asyncio_run";
    }

    private @Nullable Object call(
            Runner runner, HostOperation operation, List<HostExpression> expressions) {
        if (operation instanceof HostOperation.Run run) {
            Frame host = world.host();
            @Nullable Object[] args = new Object[expressions.size()];
            for (int i = 0; i < args.length; i++) {
                args[i] = expressions.get(i).in(host);
            }
            return runner.run(world.invoke(run.call().coroutine(), args));
        }
        if (operation instanceof HostOperation.AsyncioRun run) {
            return Runner.run(
                    newRunner(), world.invoke(run.coroutine()), world::hostHandles);
        }
        if (operation instanceof HostOperation.Enter) {
            runner.enter();
        } else if (operation instanceof HostOperation.GetLoop) {
            runner.getLoop();
        } else {
            runner.close();
        }
        return null;
    }

    private void log(String text, List<HostExpression> expressions) {
        if (expressions.isEmpty()) {
            events.logged(null, text, null, false);
            return;
        }
        try {
            events.logged(null, text, expressions.get(0).in(world.host()), true);
        } catch (ReplayDiverged | RunAbandoned diverged) {
            throw diverged;
        } catch (Throwable error) {
            events.hostRaised("log", error);
        }
    }

    private void expect(String operation, Outcome outcome, String detail) {
        Set<Outcome> expected = prepared.scenario().requirements().expect();
        if (!expected.contains(outcome)) {
            List<String> words = new ArrayList<>();
            expected.forEach(word -> words.add(word.name().toLowerCase(Locale.ROOT)));
            events.add(Violation.Kind.EXPECT,
                    operation + " " + outcome.name().toLowerCase(Locale.ROOT) + detail
                            + ", but may only be " + String.join(" or ", words),
                    List.of());
        }
    }

    /** A task that was asked to end, and could have known, must end cancelled. */
    private void checkHonour() {
        if (!oracles.has(Oracle.MUST_HONOUR)) {
            return;
        }
        for (Task<?> task : world.mustHonour()) {
            if (task.isDone() && !task.isCancelled() && task.cancelling() > 0) {
                events.add(Violation.Kind.MUST_HONOUR,
                        "task " + task.name() + " was cancelled and ended otherwise", List.of());
            }
        }
    }

    private void checkAlways() {
        for (PreparedScenario.Invariant invariant : prepared.always()) {
            if (!brokenInvariants.contains(invariant.name()) && !holds(invariant)) {
                brokenInvariants.add(invariant.name());
                events.violated(null, Violation.Kind.PROPERTY, invariant.name());
            }
        }
    }

    private boolean holds(PreparedScenario.Invariant invariant) {
        try {
            return Values.truth(invariant.that().in(world.host()));
        } catch (ReplayDiverged | RunAbandoned diverged) {
            throw diverged;
        } catch (Throwable error) {
            return false;
        }
    }
}
