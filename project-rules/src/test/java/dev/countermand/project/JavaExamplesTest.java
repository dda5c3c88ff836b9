package dev.countermand.project;

import static dev.countermand.asyncio.Asyncio.asyncFor;
import static dev.countermand.asyncio.Asyncio.asyncGenerator;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.time;
import static dev.countermand.asyncio.Asyncio.toThread;
import static dev.countermand.asyncio.Scopes.closing;
import static dev.countermand.asyncio.Scopes.hold;
import static dev.countermand.asyncio.Scopes.taskGroup;
import static dev.countermand.asyncio.Scopes.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.asyncio.Held;
import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.real.RealLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The Java that the documentation shows is this code, which is compiled and run. */
class JavaExamplesTest {
    private static final Repository REPOSITORY = Repository.here();
    private static final String HERE =
            "project-rules/src/test/java/dev/countermand/project/JavaExamplesTest.java";

    private final List<String> log = new ArrayList<>();

    private static String textOf(String path) {
        return REPOSITORY.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst().orElseThrow().text();
    }

    /** The first example of a page that is no JUnit test, without its imports. */
    private static String shown(String page) {
        return block(textOf(page).replaceAll("```java\n@Interleave", ""), "```java\n")
                .replaceAll("(?m)^import .*\n", "").strip();
    }

    /** What stands between the first line that opens a block, and its end. */
    private static String block(String text, String opening) {
        int begin = text.indexOf(opening) + opening.length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    /** The code between two marks of this file. */
    private static String tested(String mark) {
        String text = textOf(HERE);
        int begin = text.indexOf("// begin " + mark + "\n");
        String code = text.substring(text.indexOf('\n', begin) + 1,
                text.indexOf("// end " + mark + "\n", begin));
        return code.substring(0, code.lastIndexOf('\n')).stripIndent().strip();
    }

    @Test
    void theFirstTestOfTheReadmeIsThatOfAnExampleAndFailsAsItShows() {
        String readme = textOf("README.md");
        String folder = "examples/rate-limiter/";
        String test = textOf(folder + "src/test/java/org/example/limit/RateLimiterTest.java");
        String failure = textOf(folder + "README.md");
        assertThat(block(readme, "```java\n").lines().map(String::strip).toList())
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(test).contains(line));
        assertThat(block(readme, "\n\n```\n").lines().toList()).hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(failure).contains(line));
    }

    private void print(String line) {
        log.add(line);
    }

    @Test
    void theReadmeShowsThis() {
        // begin README
        run(() -> {
            Lock lock = new Lock();
            Task<Object> worker = createTask("worker", () -> {
                try (Held held = hold(lock)) {
                    sleep(Duration.ofHours(10));      // takes no wall time
                }
            });
            try {
                timeout(Duration.ofHours(1), () -> await(worker));
            } catch (TimeoutError late) {             // and the worker was cancelled
                print(time() + " " + worker.isCancelled() + " " + lock.locked());
            }
        });
        // end README
        assertThat(log).containsExactly("PT1H true false");
        assertThat(shown("README.md")).isEqualTo(tested("README"));
    }

    @Test
    void thePageOfTheApiShowsThis() {
        // begin java-api
        AsyncGenerator<String> lines = asyncGenerator("lines", out -> {
            for (String line : List.of("a", "b", "c")) {
                sleep(Duration.ofSeconds(1));
                out.yield(line);
            }
        });
        run(() -> {
            Queue<String> queue = new Queue<>();
            taskGroup(group -> {
                Task<Object> consumer = group.createTask("consumer", () -> {
                    while (true) {
                        print(await(queue.get()) + " at " + time());
                        queue.taskDone();
                    }
                });
                try (Held open = closing(lines)) {
                    for (String line : asyncFor(lines)) {
                        await(queue.put(line));
                    }
                }
                await(queue.join());
                consumer.cancel();
            });
        });
        // end java-api
        assertThat(log).containsExactly("a at PT1S", "b at PT2S", "c at PT3S");
        assertThat(shown("docs/java-api.md")).isEqualTo(tested("java-api"));
    }

    // begin real-loop
    static List<String> fetchAll(Queue<String> names, Callable<String> download) {
        List<String> pages = new ArrayList<>();
        taskGroup(group -> {
            for (int i = 0; i < 2; i++) {
                group.createTask("fetcher", () -> {
                    while (!names.isEmpty()) {
                        String name = await(names.get());
                        timeout(Duration.ofSeconds(5), () ->
                                pages.add(name + ": " + toThread(Duration.ofSeconds(1), download)));
                    }
                });
            }
        });
        return pages;
    }
    // end real-loop

    private static List<String> fetchThree() {
        Queue<String> names = new Queue<>();
        List.of("a", "b", "c").forEach(names::putNowait);
        return fetchAll(names, () -> "page").stream().sorted().toList();
    }

    @Test
    void theRealLoopPageShowsThisAndItRunsInBothWorlds() {
        assertThat(shown("docs/real-loop.md")).isEqualTo(tested("real-loop"));
        List<String> virtual = run(() -> fetchThree());
        List<String> real = RealLoop.run(() -> fetchThree());
        assertThat(virtual).containsExactly("a: page", "b: page", "c: page");
        assertThat(real).isEqualTo(virtual);
    }

    @Test
    void aCancellationPassesACatchOfExceptionAsThePageSays() {
        run(() -> {
            Task<Object> worker = createTask("worker", () -> {
                try {
                    sleep(Duration.ofHours(1));
                } catch (Exception swallowed) {
                    print("swallowed");
                }
            });
            sleep(Duration.ofSeconds(1));
            worker.cancel();
            try {
                await(worker);
            } catch (CancelledError cancelled) {
                print("cancelled");
            }
        });
        assertThat(log).containsExactly("cancelled");
    }
}
