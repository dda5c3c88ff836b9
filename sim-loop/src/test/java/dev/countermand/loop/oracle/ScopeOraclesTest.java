package dev.countermand.loop.oracle;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.trace.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timeouts and task groups, and what must be true when they are left. */
class ScopeOraclesTest {
    private Simulation simulation = world(PythonVersion.PYTHON_3_14);

    private static Simulation world(PythonVersion python) {
        return new Simulation(
                new Choices(new FifoStrategy().scheduler(0), OrderMode.LEGAL),
                new Simulation.Settings(python, 1_000, Simulation.TaskNaming.AFTER_COROUTINE)
                        .withOracles(OracleSet.NONE.with(Oracle.CANCEL_COUNT)
                                .with(Oracle.GROUP_CHILD).with(Oracle.AFTER_CLOSE)));
    }

    private List<Violation> run(Script main) {
        SimLoop loop = simulation.newLoop();
        catchThrowable(() -> loop.runUntilComplete(main));
        return simulation.findings().atEnd();
    }

    private static Task<?> me() {
        return SimLoop.running().currentTask();
    }

    private static Script swallowing(Runnable then) {
        return script("body").run(() -> me().cancel()).onCancel(
                script("swallow").sleep(5), cancelled -> then.run());
    }

    @Test
    void aTimeoutLeftWithASwallowedCancelOnTheAccountIsReported() {
        assertThat(run(script("main")
                .timeout(() -> new Timeout(100L), swallowing(() -> {}))
                .run(() -> me().uncancel())))
                .singleElement().satisfies(seen -> {
                    assertThat(seen.kind()).isEqualTo(Violation.Kind.CANCEL_COUNT);
                    assertThat(seen.message()).isEqualTo("task main left a timeout with 1 more on"
                            + " its cancel count than it entered it with");
                });
    }

    @Test
    void aTimeoutInWhichTheCancelWasTakenBackIsNot() {
        assertThat(run(script("main").timeout(
                () -> new Timeout(100L), swallowing(() -> me().uncancel())))).isEmpty();
    }

    @Test
    void aCancelThatIsStillToBeRaisedIsNot() {
        assertThat(run(script("main")
                .timeout(() -> new Timeout(100L), script("body").run(() -> me().cancel()))
                .sleep(1))).isEmpty();
    }

    @Test
    void aTimeoutThatExpiresIsNot() {
        assertThat(run(script("main").attempt(
                script("try").timeout(() -> new Timeout(1L), script("body").sleep(5)),
                Throwable.class, late -> {}))).isEmpty();
    }

    private static Script failingGroup() {
        TaskGroup group = new TaskGroup();
        return script("main").attempt(
                script("try").group(group, script("body").run(() -> group.createTask(
                        script("child").raise(new ValueError("x")), TaskOptions.DEFAULT))),
                Throwable.class, error -> {});
    }

    /** Before, a child that fails during the exit leaves the cancel on the account. */
    @Test
    void aGroupTakesItsOwnCancelBackSincePython313() {
        assertThat(run(failingGroup())).isEmpty();
        simulation = world(PythonVersion.PYTHON_3_12);
        assertThat(run(failingGroup())).isNotEmpty().first().satisfies(seen ->
                assertThat(seen.message()).startsWith("task main left a task group with 1 more"));
    }

    @Test
    void aGroupThatIsLeftByAForeignErrorLeavesItsChildrenRunning() {
        TaskGroup group = new TaskGroup();
        Script main = script("main").run(() -> {
            group.enter();
            group.createTask(script("child").sleep(5), TaskOptions.DEFAULT);
            Coroutine<Object> exit = group.exit(null);
            exit.resume(null);
            assertThat(catchThrowable(() -> exit.resume(new RuntimeError("foreign")))).isNotNull();
        });
        assertThat(run(main)).extracting(Violation::kind, Violation::message)
                .containsExactly(tuple(Violation.Kind.GROUP_CHILD,
                        "task child still runs although task main has left its task group"));
    }

    @Test
    void aGroupThatIsLeftInOrderLeavesNone() {
        TaskGroup group = new TaskGroup();
        assertThat(run(script("main").group(group, script("body").run(() ->
                group.createTask(script("child").sleep(5), TaskOptions.DEFAULT))))).isEmpty();
    }

    @Test
    void whatIsScheduledOnAClosedLoopIsReportedWithWhoDidIt() {
        SimLoop closed = simulation.newLoop();
        closed.close();
        assertThat(run(script("main").run(() -> closed.callSoon(() -> {}))))
                .extracting(Violation::message)
                .containsExactly("task main scheduled something on a closed loop");
    }
}
