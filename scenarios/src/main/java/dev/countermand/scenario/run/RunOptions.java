package dev.countermand.scenario.run;

import dev.countermand.loop.Compatibility;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Simulation.Interruption;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.OrderMode;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario is run, apart from who decides its choices.
 *
 * @param orders which departures from CPython's order are offered
 * @param compatibility the CPython to be equal to
 * @param stepLimit after how many loop steps it is a livelock
 * @param backend what carries the bodies; null for the interpreter alone, which needs no threads
 * @param addition what is added to the program without the scenario's asking
 */
public record RunOptions(
        OrderMode orders,
        Compatibility compatibility,
        long stepLimit,
        @Nullable Backend backend,
        Addition addition) {
    /** Legal orders, CPython 3.14, the default step limit, the default oracles, no SIGINT. */
    public static final RunOptions DEFAULT = new RunOptions(
            OrderMode.LEGAL,
            PythonVersion.PYTHON_3_14,
            Simulation.DEFAULT_STEP_LIMIT,
            null,
            new Addition(OracleSet.DEFAULT, Interruption.NEVER));

    /**
     * What is added to a program.
     *
     * @param oracles what is watched
     * @param interruption whether a SIGINT may come between two steps
     */
    public record Addition(OracleSet oracles, Interruption interruption) {}

    /** What is watched without the scenario's asking. */
    public OracleSet oracles() {
        return addition.oracles();
    }

    /** Whether a SIGINT may come between two steps. */
    public Interruption interruption() {
        return addition.interruption();
    }

    /** The same options with another order mode. */
    public RunOptions withOrders(OrderMode mode) {
        return new RunOptions(mode, compatibility, stepLimit, backend, addition);
    }

    /** The version of the CPython to be equal to. */
    public PythonVersion python() {
        return compatibility.level();
    }

    /** The same options with another Python. */
    public RunOptions withPython(Compatibility version) {
        return new RunOptions(orders, version, stepLimit, backend, addition);
    }

    /** The same options with another limit. */
    public RunOptions withStepLimit(long limit) {
        return new RunOptions(orders, compatibility, limit, backend, addition);
    }

    /** The same options with every body carried by a thread, as Java in direct style is. */
    public RunOptions withBackend(Backend carrying) {
        return new RunOptions(orders, compatibility, stepLimit, carrying, addition);
    }

    /** The same options with other oracles. */
    public RunOptions withOracles(OracleSet watching) {
        return new RunOptions(orders, compatibility, stepLimit, backend,
                new Addition(watching, addition.interruption()));
    }

    /** The same options, with or without SIGINTs between steps. */
    public RunOptions withInterruption(Interruption signals) {
        return new RunOptions(orders, compatibility, stepLimit, backend,
                new Addition(addition.oracles(), signals));
    }
}
