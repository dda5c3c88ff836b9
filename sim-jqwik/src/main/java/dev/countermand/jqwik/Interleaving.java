package dev.countermand.jqwik;

import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.ChoiceLog;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import java.util.Objects;
import java.util.concurrent.Callable;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One order in which a property's asynchronous code runs, as a parameter of the {@link Property}:
 *
 * <pre>{@code
 * @Property
 * void nothingIsLost(@ForAll List<String> data, @ForAll Interleaving order) {
 *     order.run(() -> { .. });
 * }
 * }</pre>
 *
 * <p>jqwik varies data and order together, and makes both smaller together. What is run must make
 * its state anew each time. The failure says which schedule it was; {@link #of(String)} repeats it.
 */
public final class Interleaving {
    private static final RunOrigin ORIGIN = new RunOrigin(0, "jqwik");

    /** Tasks are called after their coroutines, so that the lanes of a message can be read. */
    private static final Simulation.Settings SETTINGS =
            Simulation.Settings.DEFAULT.withNaming(Simulation.TaskNaming.AFTER_COROUTINE);

    private final Plan plan;
    private final boolean counts;

    private Interleaving(Plan plan, boolean counts) {
        this.plan = plan;
        this.counts = counts;
    }

    /** What decides a run's choices; one of the two is not asyncio's order. */
    private record Plan(Schedule schedule, CancelPlan cancels) {
        Scheduler scheduler() {
            return schedule.departures().isEmpty()
                    ? cancels.scheduler()
                    : new FittingRun(schedule);
        }
    }

    /** The order of a schedule; picks that are too high for their choice start again from 1. */
    public static Interleaving of(Schedule schedule) {
        return new Interleaving(new Plan(schedule, CancelPlan.NONE), false);
    }

    /** asyncio's order, with these faults. */
    public static Interleaving of(CancelPlan cancels) {
        return new Interleaving(new Plan(Schedule.FIFO, cancels), false);
    }

    /**
     * The order that a failure message names.
     *
     * @param schedule such as {@code 0:1,6:1}, or {@code fifo}
     * @throws IllegalArgumentException if it is no schedule; the message says what was expected
     */
    public static Interleaving of(String schedule) {
        return of(Schedule.parse(schedule));
    }

    /**
     * The same order, which tells jqwik's statistics of each run: under the label {@code
     * departures} how many departures it made, under {@code cancels} how many faults were injected.
     */
    public Interleaving withStatistics() {
        return new Interleaving(plan, true);
    }

    /**
     * Runs a coroutine in this order: {@code asyncio.run}.
     *
     * @param main the body of the main coroutine
     * @throws AssertionError if it raises an error, ends in a deadlock or livelock, or an oracle
     *     sees something; the message says how to run it again, the cause is the error
     */
    public void run(DirectStyle.Body main) {
        Body body = new Body(main);
        check(new JavaProgram("property", SETTINGS, OrderMode.LEGAL,
                world -> {
                    DirectStyle.of(world);
                    Runner.run(world, DirectStyle.unbound("main", body));
                }), body);
    }

    /**
     * Runs a program in this order.
     *
     * @throws AssertionError if the run is not clean
     */
    public void check(Program program) {
        check(program, null);
    }

    /** A body that remembers how it ended. */
    private static final class Body implements Callable<@Nullable Object> {
        private final DirectStyle.Body main;
        private @Nullable Throwable error;

        Body(DirectStyle.Body main) {
            this.main = main;
        }

        @Override
        public @Nullable Object call() throws Exception {
            error = null;
            try {
                main.run();
                return null;
            } catch (Throwable raised) {
                error = raised;
                throw raised;
            }
        }
    }

    private void check(Program program, @Nullable Body body) {
        ChoiceLog log = new ChoiceLog();
        RunOutcome outcome = program.run(log.restart(plan.scheduler()));
        count(log);
        if (outcome.isClean()) {
            return;
        }
        Throwable error = body == null ? null : body.error;
        if (error instanceof TestAbortedException assumption) {
            throw assumption;
        }
        // What is printed is what the run did, without departures that never came up.
        Schedule made = log.schedule();
        TraceDocument trace = program.record(made.scheduler(), ORIGIN);
        String message = trace.verdict().violations().isEmpty()
                ? "not deterministic: schedule " + made + " failed, and passed when repeated"
                : FailureReport.render(trace, new FailureContext(
                        "Interleaving.of(\"" + made + "\")", null, null, null, null));
        AssertionError failure = new AssertionError(message, error);
        if (error != null) {
            // jqwik takes failures for the same, and shrinks them, if they come from the same line.
            failure.setStackTrace(error.getStackTrace());
        }
        throw failure;
    }

    private void count(ChoiceLog log) {
        if (!counts) {
            return;
        }
        int departures = 0;
        int cancels = 0;
        for (int i = 0; i < log.count(); i++) {
            departures += log.pick(i) == 0 ? 0 : 1;
            cancels += log.pick(i) != 0 && log.isFault(i) ? 1 : 0;
        }
        Statistics.label("departures").collect(departures);
        Statistics.label("cancels").collect(cancels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interleaving it && it.plan.equals(plan)
                && it.counts == counts;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, counts);
    }

    @Override
    public String toString() {
        return plan.cancels.equals(CancelPlan.NONE)
                ? "Interleaving.of(\"" + plan.schedule + "\")"
                : "asyncio's order, " + plan.cancels;
    }
}
