package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    private final Trial t = Trial.begin();

    private static Future<Object> job(Trial trial, String name, long nanos) {
        return trial.loop().runInExecutor(Duration.ofNanos(nanos), () -> {
            trial.say(name);
            return name;
        });
    }

    @Test
    void aJobTakesVirtualTimeAndGivesItsResult() {
        assertThat(t.run(script("main").await(() -> job(t, "job", 7), t::say)
                .giving(t.loop()::nanos))).isEqualTo(7L);
        assertThat(t.log()).containsExactly("job", "job");
    }

    @Test
    void theErrorOfAJobIsRaisedAtItsAwaitCheckedOnesToo() {
        IOException error = new IOException("disk");
        assertThat(t.failure(script("main").await(
                () -> t.loop().runInExecutor(Duration.ofNanos(1), () -> {
                    throw error;
                })))).isSameAs(error);
    }

    @Test
    void aJobWhoseFutureIsCancelledRunsOnAndItsResultIsDropped() {
        t.run(script("main").run(() -> job(t, "job", 5).cancel()).sleep(9));
        assertThat(t.log()).containsExactly("job");
        assertThat(t.reports()).isEmpty();
    }

    @Test
    void jobsThatEndTogetherEndInOrderOfSubmissionOrInAnother() {
        t.run(script("main").run(() -> job(t, "a", 5)).run(() -> job(t, "b", 5)).sleep(9));
        assertThat(t.log()).containsExactly("a", "b");
        Trial other = Trial.begin(new Picks(ChoiceKind.ARRIVAL, 1));
        other.run(script("main").run(() -> job(other, "a", 5)).run(() -> job(other, "b", 5))
                .sleep(9));
        assertThat(other.log()).containsExactly("b", "a");
    }

    @Test
    void afterTheShutdownThereAreNoJobs() {
        t.loop().executor().refuseJobs();
        assertThatExceptionOfType(RuntimeError.class).isThrownBy(() -> job(t, "job", 1))
                .withMessage("Executor shutdown has been called");
    }
}
