package dev.countermand.sample;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Tests that pass, and lean on all that JUnit does for a test. */
public class LifecycleSample {
    @TempDir
    Path injected;

    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void setUp(SimLoop loop, TestInfo info) {
        assertThat(loop.isRunning()).isTrue();
        assertThat(info.getTestMethod()).isPresent();
        sleep(Duration.ofSeconds(1));
        calls.add("before at " + loop.nanos());
    }

    @AfterEach
    void tearDown() {
        calls.add("after");
        assertThat(calls).hasSize(3);
    }

    @Interleave(schedules = 20)
    void everyRunHasItsOwnInstance(Explore explore) {
        explore.choose("any", 1, 2, 3);
        assertThat(calls).containsExactly("before at 1000000000");
        calls.add("test");
    }

    @Interleave(schedules = 20)
    void everythingOfTheRunCanBeAskedFor(
            SimLoop loop, Simulation world, Sim sim, Clock clock, InstantSource source) {
        assertThat(loop.simulation()).isSameAs(world);
        assertThat(sim.loop()).isSameAs(loop);
        sleep(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2000-01-01T00:01:01Z"))
                .isEqualTo(source.instant());
        calls.add("test");
    }

    @Interleave(schedules = 20)
    void aTemporaryFolderIsEmptyInEveryRun(Explore explore) throws IOException {
        explore.choose("any", 1, 2, 3);
        assertThat(injected).isEmptyDirectory();
        Files.createDirectory(injected.resolve("sub"));
        Files.writeString(injected.resolve("sub").resolve("file"), "text");
        calls.add("test");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Interleave(schedules = 10)
    void parametersComeFromTheirSource(int number, Explore explore) {
        assertThat(explore.choose("other", 4, 5)).isGreaterThan(number);
        calls.add("test");
    }

    @RepeatedTest(2)
    @Interleave(schedules = 10)
    void repetitionsAreExploredOneByOne() {
        calls.add("test");
    }

    @Interleave(schedules = 10)
    void anExpectedErrorIsNoFailure() {
        Task<Object> slow = createTask("slow", () -> sleep(Duration.ofHours(1)));
        assertThrows(TimeoutError.class, () ->
                waitFor(slow, Duration.ofSeconds(1)));
        calls.add("test");
    }

    @Interleave(schedules = 10)
    void anAssumptionEndsTheTest() {
        calls.add("test");
        throw new TestAbortedException("not here");
    }

    /** Tests inside tests. */
    @Nested
    class Inside {
        private final List<String> own = new ArrayList<>();

        @BeforeEach
        void setUpInside() {
            own.add("before after " + calls);
        }

        @Interleave(schedules = 10)
        void bothInstancesAreNew() {
            await(createTask("child", () -> sleep(Duration.ofSeconds(1))));
            assertThat(own).containsExactly("before after [before at 1000000000]");
            calls.add("test");
        }
    }
}
