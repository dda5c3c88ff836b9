package dev.countermand.sample;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests whose instances are made in more than one way. */
public class ConstructedSample {
    /** Lets the test that has no end of its own end, for those that run after it. */
    public static volatile boolean isOver;

    private final Task<Object> begun = createTask("begun", () -> sleep(Duration.ofSeconds(1)));
    private final SimLoop loop;
    private final long constructed;

    ConstructedSample(SimLoop loop) {
        this.loop = loop;
        await(begun);
        constructed = loop.nanos();
    }

    /** An annotation that a user makes of ours. */
    @Retention(RetentionPolicy.RUNTIME)
    @Interleave(schedules = 7)
    @interface Briefly {}

    @Briefly
    void aConstructorMayAwait(SimLoop own, Explore explore) {
        explore.choose("any", 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(loop).isSameAs(own);
        assertThat(begun.isDone()).isTrue();
        assertThat(constructed).isEqualTo(1_000_000_000);
    }

    @Interleave(budget = "1h")
    @Timeout(1)
    void takesTooLong(Explore explore) {
        sleep(explore.choose("for", Duration.ofDays(1), Duration.ofDays(2)));
    }

    @Interleave
    @Timeout(1)
    void calculatesWithoutEnd() {
        while (!isOver) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest(name = "{displayName}")
    @ValueSource(ints = {1, 2})
    @Interleave(schedules = 5)
    void invocationsOfOneNameAreToldApart(int number) {
        assertThat(number).isZero();
    }
}
