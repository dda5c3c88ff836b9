package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShieldTest {
    private final Trial t = Trial.begin();

    @Test
    void theInnerTaskGoesOnWhenTheOuterSideIsCancelled() {
        Task<Object> outer = t.spawn(script("outer").await(
                () -> Shield.of(script("inner").sleep(5).run(t.saying("inner done")))));
        t.run(script("main").sleep(1).run(outer::cancel).pause(2)
                .run(() -> t.say("outer " + outer.isCancelled())).sleep(9));
        assertThat(t.log()).containsExactly("outer true", "inner done");
    }

    @Test
    void aCancelledInnerCancelsTheOuterWithoutItsMessage() {
        Future<Object> inner = t.future();
        t.run(script("main").run(() -> t.loop().callSoon(() -> inner.cancel("why")))
                .onCancel(script("body").await(() -> Shield.of(inner)),
                        error -> t.say("" + error.getMessage())));
        assertThat(t.log()).containsExactly("null");
    }

    @Test
    void aFutureThatIsDoneIsItsOwnShield() {
        Future<Object> inner = t.future();
        inner.setResult(1);
        t.run(script("main").run(() -> assertThat(Shield.of(inner)).isSameAs(inner)));
    }

    @ParameterizedTest
    @EnumSource
    void aLateErrorIsReportedAtOnceSince314AndAtTheEndBefore(PythonVersion python) {
        Trial trial = Trial.begin(python);
        IllegalStateException late = new IllegalStateException("late");
        Task<Object> outer = trial.spawn(script("outer").await(
                () -> Shield.of(script("inner").sleep(5).raise(late))));
        trial.run(script("main").sleep(1).run(outer::cancel).sleep(9));
        boolean atOnce = python == PythonVersion.PYTHON_3_14;
        assertThat(trial.reports()).hasSize(atOnce ? 1 : 0);
        trial.loop().close();
        assertThat(trial.reports()).singleElement().satisfies(report -> {
            assertThat(report.exception()).isSameAs(late);
            assertThat(report.message()).isEqualTo(atOnce
                    ? "IllegalStateException exception in shielded future"
                    : "Task exception was never retrieved");
        });
    }

    @Test
    void resultAndErrorOfTheInnerSideComeThrough() {
        Future<Object> returning = t.future();
        Future<Object> failing = t.future();
        IllegalStateException error = new IllegalStateException();
        t.loop().callLater(1, () -> returning.setResult(42));
        t.loop().callLater(2, () -> failing.setException(error));
        t.run(script("main").await(() -> Shield.of(returning), t::say)
                .attempt(script("body").await(() -> Shield.of(failing)),
                        IllegalStateException.class, e -> t.say(e == error)));
        assertThat(t.log()).containsExactly("42", "true");
    }

    @ParameterizedTest
    @EnumSource
    void howTheInnerSideEndsAfterwardsMakesNoDifferenceUnlessItIsAnError(PythonVersion python) {
        for (boolean cancelled : new boolean[] {false, true}) {
            Trial trial = Trial.begin(python);
            Future<Object> inner = trial.future();
            Future<?>[] outer = new Future<?>[1];
            trial.run(script("main").run(() -> outer[0] = Shield.of(inner)).pause(1)
                    .run(() -> outer[0].cancel()).pause(1)
                    .run(() -> assertThat(inner.isDone()).isFalse())
                    .run(() -> {
                        if (cancelled) {
                            inner.cancel();
                        } else {
                            inner.setResult(1);
                        }
                    }).pause(2));
            trial.loop().close();
            assertThat(outer[0].isCancelled()).isTrue();
            assertThat(trial.reports()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesMayEndAtOnceAndAnErrorIsReportedAsNeverRetrievedSince314(PythonVersion python) {
        for (String how : List.of("result", "cancel", "error")) {
            Trial trial = Trial.begin(python);
            Future<Object> inner = trial.future();
            Future<?>[] outer = new Future<?>[1];
            trial.run(script("main").run(() -> outer[0] = Shield.of(inner)).pause(1).run(() -> {
                switch (how) {
                    case "result" -> inner.setResult(1);
                    case "cancel" -> inner.cancel();
                    default -> inner.setException(new IllegalStateException());
                }
                outer[0].cancel();
            }).pause(3));
            assertThat(outer[0].isCancelled()).isTrue();
            trial.loop().close();
            boolean reported = how.equals("error") && python == PythonVersion.PYTHON_3_14;
            assertThat(trial.reports()).hasSize(reported ? 1 : 0).allSatisfy(report ->
                    assertThat(report.message()).isEqualTo("Future exception was never retrieved"));
        }
    }

    @Test
    void aShieldedGatherGoesOnAndAGatherOfShieldsIsCancelledWithoutItsFutures() {
        List<Future<Object>> children = List.of(t.future(), t.future());
        List<Future<?>> gathers = new ArrayList<>();
        t.run(script("main").run(() -> {
            gathers.add(Gather.of(children, false));
            Future<?> outer = Shield.of(gathers.get(0));
            gathers.add(Gather.of(List.of(outer, Shield.of(t.future())), true));
        }).pause(1).run(() -> t.say(gathers.get(1).cancel())).pause(3)
                .run(() -> children.forEach(child -> child.setResult(1))).pause(3));
        assertThat(t.log()).containsExactly("true");
        assertThat(gathers.get(0).result()).isEqualTo(List.of(1, 1));
        assertThat(gathers.get(1).exception()).isInstanceOf(CancelledError.class);
    }

    @ParameterizedTest
    @EnumSource
    void itAddsOneCallbackAndInATaskASecondSince314(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Runnable count = () -> trial.say(Leftovers.doneCallbacks(trial));
        Future<Object> outside = trial.future();
        Future<Object> inTask = trial.future();
        trial.loop().callSoon(() -> Shield.of(outside));
        trial.run(script("main").pause(1)
                .run(() -> outside.setResult(1)).pause(2).run(count)
                .run(() -> Shield.of(inTask))
                .run(() -> inTask.setResult(1)).pause(2).run(count));
        // One on the inner future, and one on the outer.
        assertThat(trial.log())
                .containsExactly("2", python == PythonVersion.PYTHON_3_14 ? "5" : "4");
    }

    @Test
    void manyCancelledShieldsLeaveOneCallbackWhichReportsAnError() {
        Future<Object> inner = t.future();
        Runnable shieldAndCancel = () -> {
            for (int i = 0; i < 3; i++) {
                Shield.of(inner).cancel();
            }
        };
        t.run(script("main").run(() -> t.loop().callSoon(shieldAndCancel)).pause(3)
                .run(() -> t.say(Leftovers.doneCallbacks(t)))
                .run(() -> inner.setException(new IllegalStateException())).pause(2)
                .run(() -> t.say(Leftovers.doneCallbacks(t))));
        assertThat(t.log()).containsExactly("3", "4");
        assertThat(t.reports()).hasSize(1);
    }

    @Test
    void aDeadlockSaysWhatIsShielded() {
        Task<Object> inner = t.spawnNamed(script("inner").await(t::future));
        assertThat(Leftovers.waiting(t, script("main").await(() -> Shield.of(inner))))
                .containsExactly("inner for a future", "Task-1 for shield of task inner");
    }
}
