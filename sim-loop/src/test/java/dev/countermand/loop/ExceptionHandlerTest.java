package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.LoggedLines;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of the errors that no program code can be told of. */
class ExceptionHandlerTest {
    private static final IllegalStateException ERROR = new IllegalStateException("x");

    private final LoggedLines log = LoggedLines.listen();
    private final Trial t = Trial.begin();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static void fail() {
        throw ERROR;
    }

    @ParameterizedTest
    @EnumSource
    void sinceTwelveTheHandlerRunsInTheContextOfTheCallback(PythonVersion python) {
        Trial trial = Trial.begin(python);
        ContextVar<String> variable = new ContextVar<>("variable");
        trial.loop().setExceptionHandler((loop, report) ->
                trial.say(variable.getOr("unset")));
        Context own = new Context();
        variable.set(own, "callback's");
        trial.loop().callSoon(ExceptionHandlerTest::fail, own);
        trial.run(script("main"));
        boolean inOwn = python.compareTo(PythonVersion.PYTHON_3_12) >= 0;
        assertThat(trial.log()).containsExactly(inOwn ? "callback's" : "unset");
    }

    @ParameterizedTest
    @EnumSource
    void sinceTwelveTheHandlerRunsInTheContextOfTheTask(PythonVersion python) {
        Trial trial = Trial.begin(python);
        ContextVar<String> variable = new ContextVar<>("variable");
        trial.loop().setExceptionHandler((loop, report) -> trial.say(
                variable.get(loop.currentContext()).map(ContextVar.Value::value).orElse("unset")));
        trial.spawn(script("task").run(() -> variable.set("task's")).raise(ERROR));
        trial.run(script("main").pause(2));
        trial.loop().close();
        boolean inOwn = python.compareTo(PythonVersion.PYTHON_3_12) >= 0;
        assertThat(trial.log()).containsExactly(inOwn ? "task's" : "unset");
    }

    @Test
    void whatTheHandlerChangesInItsContextStaysOutOfTheProgram() {
        ContextVar<String> variable = new ContextVar<>("variable");
        t.loop().setExceptionHandler((loop, report) -> variable.set("handler's"));
        t.run(script("main").run(() -> t.loop().callExceptionHandler(new ExceptionReport(
                        "own", ERROR, null, new Context())))
                .run(() -> t.say(variable.getOr("unset"))));
        assertThat(t.log()).containsExactly("unset");
    }

    @Test
    void withoutAHandlerReportsGoToTheLog() {
        t.loop().setExceptionHandler(null);
        t.loop().callSoon(ExceptionHandlerTest::fail);
        t.run(script("main"));
        assertThat(log.lines()).containsExactly("SEVERE Exception in callback callback");
        assertThat(log.errors()).containsExactly(ERROR);
    }

    @Test
    void aHandlerThatFailsIsLoggedAndTheLoopGoesOn() {
        IllegalArgumentException own = new IllegalArgumentException("handler");
        t.loop().setExceptionHandler((loop, report) -> {
            throw own;
        });
        t.loop().callSoon(ExceptionHandlerTest::fail);
        t.run(script("main").run(t.saying("on")));
        assertThat(t.log()).containsExactly("on");
        assertThat(log.lines()).containsExactly("SEVERE Unhandled error in exception handler");
        assertThat(log.errors()).containsExactly(own);
    }

    @Test
    void exitsAndInterruptsOfAHandlerLeaveTheLoop() {
        for (Error leaving : List.of(new SystemExit(), new KeyboardInterrupt())) {
            Trial trial = Trial.begin();
            trial.loop().setExceptionHandler((loop, report) -> {
                throw leaving;
            });
            trial.loop().callSoon(ExceptionHandlerTest::fail);
            assertThat(catchThrowable(trial.loop()::runForever)).isSameAs(leaving);
        }
    }

    @Test
    void theReportOfADoneCallbackSaysWhoseItWas() {
        Future<Object> future = t.future();
        future.addDoneCallback(done -> fail());
        future.setResult(1);
        t.spawnNamed(script("worker")).addDoneCallback(done -> fail());
        t.run(script("main").pause(2));
        assertThat(t.reports()).extracting(ExceptionReport::message).containsExactly(
                "Exception in callback done callback of a future",
                "Exception in callback done callback of task worker");
        assertThat(t.reports().get(0).subject())
                .hasToString("done callback of a future");
    }

    @Test
    void anErrorThatWasLookedAtInAnyWayIsNoLeftover() {
        List<Future<Object>> futures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Future<Object> future = t.future();
            future.setException(ERROR);
            futures.add(future);
        }
        assertThat(catchThrowable(futures.get(0)::result)).isSameAs(ERROR);
        assertThat(futures.get(1).exception()).isSameAs(ERROR);
        assertThat(futures.get(2).cancel()).isFalse();
        t.run(script("main").attempt(
                script("body").await(() -> futures.get(3)), Exception.class, error -> {}));
        t.loop().close();
        assertThat(t.reports()).singleElement()
                .extracting(ExceptionReport::subject).isSameAs(futures.get(4));
    }

    @Test
    void aFailedTaskThatIsCancelledLaterIsNoLeftoverEither() {
        Task<Object> failed = t.spawn(script("task").raise(ERROR));
        Task<Object> lost = t.spawn(script("lost").raise(ERROR));
        t.run(script("main").pause(2).run(failed::cancel));
        t.loop().close();
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message()).isEqualTo("Task exception was never retrieved");
            assertThat(report.subject()).isSameAs(lost);
        });
    }

    @Test
    void oneOfAHundredErrorsThatNobodyLookedAtIsStillFound() {
        Future<Object> lost = t.future();
        lost.setException(ERROR);
        for (int i = 0; i < 200; i++) {
            Future<Object> seen = t.future();
            seen.setException(ERROR);
            seen.markRetrieved();
        }
        t.loop().close();
        assertThat(t.reports()).singleElement()
                .extracting(ExceptionReport::subject).isSameAs(lost);
    }

    @Test
    void aTaskThatNeverEndedIsReportedWhenItsLoopIsClosed() {
        Task<Object> stuck = t.spawn(script("stuck").await(t::future));
        t.run(script("main").pause(2));
        t.loop().close();
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message()).isEqualTo("Task was destroyed but it is pending!");
            assertThat(report.exception()).isNull();
            assertThat(report.subject()).isSameAs(stuck);
        });
    }

    @Test
    void theErrorOfARunThatAnExitEndedIsTheCallersAndNoLeftover() {
        SystemExit exit = new SystemExit();
        assertThat(t.failure(script("main").raise(exit))).isSameAs(exit);
        t.loop().close();
        assertThat(t.reports()).isEmpty();
    }
}
