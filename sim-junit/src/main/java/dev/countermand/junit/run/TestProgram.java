package dev.countermand.junit.run;

import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A test as a program that can be explored.
 *
 * <p>A test fails by an error of its body, by a task that is left running when the body has ended,
 * and by what fails any program: a deadlock, a livelock, an oracle.
 */
public final class TestProgram implements Program {
    private final JavaProgram program;
    private final TestBody body;
    private @Nullable Throwable error;
    private @Nullable TestAbortedException aborted;

    /**
     * Creates the program of a test.
     *
     * @param name the test's name for people
     * @param orders which orders are tried
     */
    public TestProgram(String name, OrderMode orders, TestBody body) {
        this.program = new JavaProgram(name, Simulation.Settings.DEFAULT
                .withNaming(Simulation.TaskNaming.AFTER_COROUTINE), orders, this::run);
        this.body = body;
    }

    /** One run of a test. */
    public interface TestBody {
        /** Prepares a run, before its loop is made. */
        void begin(Simulation world);

        /** Runs the test, inside its main coroutine. */
        void run(Simulation world) throws Throwable;

        /** The test has ended, whether or not by an error; what it left is still there. */
        void end();
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        RunOutcome outcome = program.run(scheduler);
        throwIfAborted();
        return outcome;
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        TraceDocument trace = program.record(scheduler, origin);
        throwIfAborted();
        return trace;
    }

    /** The error that the body raised in the last run; null if it raised none. */
    public @Nullable Throwable error() {
        return error;
    }

    private void throwIfAborted() {
        if (aborted != null) {
            throw aborted;
        }
    }

    private void run(Simulation world) {
        error = null;
        body.begin(world);
        // A test of ordinary Java waits for the code under test by the means of the JDK.
        Runner.run(world, DirectStyle.thread("main", () -> {
            inMain(world);
            return null;
        }));
    }

    private void inMain(Simulation world) throws Exception {
        SimLoop.running().setExceptionHandler((loop, report) -> heard(world, report));
        try {
            body.run(world);
            SimLoop.running().allTasks().forEach(task -> checkEnded(world, task));
        } catch (TestAbortedException assumption) {
            aborted = assumption;
        } catch (RunAborted | GeneratorExit verdict) {
            throw verdict;
        } catch (Throwable raised) {
            error = raised;
            world.violated("main", Violation.Kind.CHECK, JavaProgram.words(raised));
        }
        body.end();
    }

    /** A search makes thousands of runs: what goes to the log otherwise goes to the trace. */
    private static void heard(Simulation world, ExceptionReport report) {
        Throwable error = report.exception();
        world.log(null, "handler", Map.of("message", report.message()
                + (error == null ? "" : " (" + JavaProgram.words(error) + ")")));
    }

    /** Threads may go on: the JDK's pools have some as well that nobody waits for. */
    private static void checkEnded(Simulation world, Task<?> task) {
        if (task != SimLoop.running().currentTask() && !task.isDone() && !task.isFree()) {
            world.violated("main", Violation.Kind.CHECK, "task \"" + task.name()
                    + "\" was still running when the test ended (await it, or start it in a"
                    + " TaskGroup)");
        }
    }
}
