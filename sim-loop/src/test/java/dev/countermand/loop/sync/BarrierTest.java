package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.BrokenBarrierError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierTest {
    private final Trial t = Trial.begin();
    private final Barrier barrier = new Barrier("gate", 3, PythonVersion.PYTHON_3_14);

    private Script arriving(String name) {
        return script(name).attempt(
                script("wait").await(barrier::waitFor, index -> t.say(name + index)),
                BrokenBarrierError.class, error -> t.say(name + ": " + error.getMessage()));
    }

    @Test
    void theLastToArriveLetsAllGoAndTheBarrierIsReadyAgain() {
        for (int round = 0; round < 2; round++) {
            t.spawn(arriving("a"));
            t.spawn(arriving("b"));
            t.run(script("main").pause(2).run(() -> t.say("waiting " + barrier.waiting())));
            t.run(arriving("c").pause(2));
        }
        assertThat(t.log()).containsExactly(
                "waiting 2", "c2", "a0", "b1", "waiting 2", "c2", "a0", "b1");
    }

    @Test
    void anIndexIsTheCountOnArrivalSoThatOneMayComeTwice() {
        Task<Object> first = t.spawn(arriving("a"));
        t.spawn(arriving("b"));
        t.run(script("main").pause(2).run(first::cancel).pause(3));
        t.spawn(arriving("c"));
        t.run(script("main").pause(2));
        t.run(arriving("d").pause(3));
        assertThat(t.log()).containsExactlyInAnyOrder("b1", "c1", "d2");
    }

    @Test
    void anAbortedBarrierSendsEverybodyAway() {
        t.spawn(arriving("a"));
        t.run(script("main").pause(2).await(barrier::abort).pause(3));
        assertThat(barrier.isBroken()).isTrue();
        t.run(arriving("b"));
        assertThat(t.log()).containsExactly(
                "a: Abort or reset of barrier", "b: Barrier aborted");
        t.run(script("main").await(barrier::reset));
        assertThat(barrier.isBroken()).isFalse();
    }

    @Test
    void aResetBarrierSendsThoseWhoWaitAwayAndCanBeUsedAgain() {
        t.spawn(arriving("a"));
        t.run(script("main").pause(2).await(barrier::reset).pause(3));
        t.spawn(arriving("b"));
        t.spawn(arriving("c"));
        t.run(arriving("d").pause(3));
        assertThat(t.log()).startsWith("a: Abort or reset of barrier").hasSize(4);
        assertThat(barrier.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "3.11,parties must be > 0", "3.13,parties must be > 0", "3.14,parties must be >= 1"
    })
    void aBarrierForNobodyIsRefused(String python, String text) {
        assertThatExceptionOfType(ValueError.class)
                .isThrownBy(() -> new Barrier(null, 0, PythonVersion.of(python)))
                .withMessage(text);
    }
}
