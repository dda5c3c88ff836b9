package dev.countermand.jqwik;

import static dev.countermand.asyncio.Asyncio.allTasks;
import static dev.countermand.asyncio.Asyncio.coroutine;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.currentTask;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.explore.JavaProgram;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of asyncio's Runner, to be copied: whatever the tasks do and in whatever order. */
class RunnerPropertiesTest {
    private static final Path PAGE = Path.of("../docs/jqwik.md");
    private static final Path HERE =
            Path.of("src/test/java/dev/countermand/jqwik/RunnerPropertiesTest.java");

    @Example
    void thePageShowsTheFirstProperty() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```java\n") + "```java\n".length();
        String shown = page.substring(begin, page.indexOf("```", begin)).strip();
        String code = Files.readString(HERE).stripIndent().replaceAll("(?m)^    ", "");
        assertThat(code.replaceAll("\\(seed = \"\\d+\", tries = \\d+\\)", "")).contains(shown);
    }

    @Provide
    Arbitrary<List<Duration>> naps() {
        return Simulations.delays().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<CancelPlan> cancels() {
        return Simulations.cancelPlans(3, 20);
    }

    @Property(seed = "20261122", tries = 300)
    void afterRunNoTaskIsPending(@ForAll("naps") List<Duration> naps, @ForAll Interleaving order) {
        List<Task<Object>> tasks = new ArrayList<>();
        order.run(() -> {
            for (Duration nap : naps) {
                tasks.add(createTask("nap", () -> sleep(nap)));
            }
            sleep(Duration.ofSeconds(30));
        });
        assertThat(tasks).hasSize(naps.size()).allMatch(Task::isDone);
    }

    @Property(seed = "20261122", tries = 300)
    void closeCancelsWhatIsLeftAndNothingElse(
            @ForAll("naps") List<Duration> naps, @ForAll Interleaving order) {
        Duration patience = Duration.ofSeconds(30);
        List<Task<Object>> tasks = new ArrayList<>();
        List<Duration> interrupted = new ArrayList<>();
        order.withStatistics().run(() -> {
            for (Duration nap : naps) {
                tasks.add(createTask("nap", () -> {
                    try {
                        sleep(nap);
                    } catch (CancelledError cancelled) {
                        interrupted.add(nap);
                        throw cancelled;
                    }
                }));
            }
            sleep(patience);
        });
        assertThat(interrupted).allMatch(nap -> nap.compareTo(patience) >= 0);
        for (int i = 0; i < tasks.size(); i++) {
            if (naps.get(i).compareTo(patience) != 0) {
                assertThat(tasks.get(i).isCancelled())
                        .isEqualTo(naps.get(i).compareTo(patience) > 0);
            }
        }
    }

    @Property(seed = "20261122", tries = 100)
    void aSecondRunOnAClosedRunnerIsRefused(@ForAll Interleaving order) {
        order.check(JavaProgram.of("closed runner", world -> {
            DirectStyle.of(world);
            Runner runner = new Runner(world);
            runner.run(coroutine("first", () -> sleep(Duration.ofSeconds(1))));
            runner.close();
            Coroutine<Object> second = coroutine("second", () -> {});
            assertThatThrownBy(() -> runner.run(second))
                    .isInstanceOf(RuntimeError.class).hasMessage("Runner is closed");
            second.close();
        }));
    }

    @Property(seed = "20261122", tries = 300)
    void aTaskEndsOnceHoweverOftenItIsCancelled(@ForAll("cancels") CancelPlan cancels) {
        List<String> ended = new ArrayList<>();
        Interleaving.of(cancels).withStatistics().run(() -> {
            ended.clear();
            Task<Object> user = createTask("user", () -> {
                try {
                    sleep(Duration.ofSeconds(1));
                    sleep(Duration.ofSeconds(1));
                } finally {
                    ended.add(currentTask().name());
                }
            });
            getRunningLoop().mayCancel(user, 3, null);
            sleep(Duration.ofSeconds(5));
            assertThat(allTasks()).doesNotContain(user);
        });
        // A task that is cancelled before its first step never comes to its finally.
        assertThat(ended.size()).isLessThanOrEqualTo(1);
        if (cancels.equals(CancelPlan.NONE)) {
            assertThat(ended).containsExactly("user");
        }
    }
}
