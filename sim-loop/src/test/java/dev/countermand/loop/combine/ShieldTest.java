package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.kit.Trial;
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
}
