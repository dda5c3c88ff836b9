package dev.countermand.program;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.currentTask;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.time;
import static dev.countermand.asyncio.Scopes.hold;
import static dev.countermand.asyncio.Scopes.taskGroup;
import static dev.countermand.asyncio.Scopes.taskGroupResult;
import static dev.countermand.asyncio.Scopes.timeout;
import static dev.countermand.asyncio.Scopes.timeoutAt;
import static dev.countermand.asyncio.Scopes.withLock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.asyncio.Held;
import dev.countermand.asyncio.Timeout;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Semaphore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** asyncio's blocks in a program that imports them, on every backend that this JVM allows. */
class ScopesProgramsTest {
    private static final String BACKENDS = "dev.countermand.program.Worlds#backends";

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aTimeoutEndsItsBlockWithATimeoutError(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            log.add(timeout(seconds(2), () -> "in time"));
            try {
                timeout(seconds(2), () -> {
                    try {
                        sleep(seconds(9));
                    } catch (CancelledError cancelled) {
                        log.add("the body sees a cancellation");
                        throw cancelled;
                    }
                });
            } catch (TimeoutError late) {
                log.add("late at " + time() + ", because of "
                        + late.getCause().getClass().getSimpleName());
            }
            log.add("cancelling " + currentTask().cancelling());
            timeout(null, () -> sleep(seconds(5)));
        });
        assertThat(log).containsExactly("in time", "the body sees a cancellation",
                "late at PT2S, because of CancelledError", "cancelling 0");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aBlockMovesItsOwnDeadline(Backend backend) {
        List<Object> log = new ArrayList<>();
        List<Timeout> kept = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            sleep(seconds(1));
            timeoutAt(seconds(3), limit -> {
                log.add(limit.when());
                limit.reschedule(seconds(20));
                sleep(seconds(9));
                limit.reschedule(null);
                sleep(seconds(99));
                kept.add(limit);
            });
            log.add(time());
            log.add(kept.get(0).expired());
            assertThatThrownBy(() -> kept.get(0).reschedule(seconds(1)))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("Cannot change state of finished Timeout");
        });
        assertThat(log).containsExactly(seconds(3), seconds(109), false);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aCancellationFromOutsideStaysOne(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Task<Object> task = createTask("task", () ->
                    timeout(seconds(5), () -> sleep(seconds(9))));
            sleep(seconds(1));
            task.cancel("outside");
            try {
                await(task);
            } catch (CancelledError cancelled) {
                log.add(cancelled.getMessage());
            }
        });
        assertThat(log).containsExactly("outside");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aTaskGroupWaitsForItsChildren(Backend backend) {
        List<Integer> results = run(Worlds.on(backend), () -> {
            List<Task<Integer>> tasks = taskGroupResult(group -> {
                List<Task<Integer>> made = new ArrayList<>();
                for (int i = 1; i <= 3; i++) {
                    int number = i;
                    made.add(group.createTask("child " + i, () -> {
                        sleep(seconds(4 - number));
                        return number;
                    }));
                }
                return made;
            });
            return tasks.stream().map(Task::result).toList();
        });
        assertThat(results).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aTaskGroupCancelsTheOthersWhenOneFails(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            try {
                taskGroup(group -> {
                    group.createTask("fails", () -> {
                        sleep(seconds(1));
                        throw new IOException("disk full");
                    });
                    group.createTask("waits", () -> {
                        try {
                            sleep(seconds(9));
                        } finally {
                            log.add("waits ends at " + time());
                        }
                    });
                    sleep(seconds(5));
                });
            } catch (ExceptionGroup group) {
                log.add(group.getMessage() + " " + group.errors());
            }
        });
        assertThat(log).containsExactly("waits ends at PT1S",
                "unhandled errors in a TaskGroup (1 sub-exception)"
                        + " [java.io.IOException: disk full]");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void anErrorOfTheBodyJoinsThoseOfTheChildren(Backend backend) {
        assertThatThrownBy(() -> run(Worlds.on(backend), () -> taskGroup(group -> {
            group.createTask("child", () -> sleep(seconds(1)));
            throw new IOException("body");
        }))).isInstanceOfSatisfying(ExceptionGroup.class, group ->
                assertThat(group.errors()).singleElement().isInstanceOf(IOException.class));
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aCancelledBodyOfATaskGroupIsCancelled(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Task<Object> task = createTask("task", () -> taskGroup(group -> {
                group.createTask("child", () -> sleep(seconds(9)));
                sleep(seconds(9));
            }));
            sleep(seconds(1));
            task.cancel("outside");
            try {
                await(task);
            } catch (CancelledError cancelled) {
                log.add(cancelled.getMessage() + " at " + time());
            }
        });
        assertThat(log).containsExactly("outside at PT1S");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void whatIsHeldIsGivenBackAtTheEndOfItsBlock(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Lock lock = new Lock();
            Semaphore permits = new Semaphore(1);
            Condition condition = new Condition();
            for (int i = 1; i <= 2; i++) {
                String name = "user " + i;
                createTask(name, () -> {
                    try (Held held = hold(lock); Held permit = hold(permits);
                            Held inner = hold(condition)) {
                        sleep(seconds(1));
                        log.add(name + " at " + time());
                        throw new IOException("after all");
                    } catch (IOException late) {
                        log.add("free " + !lock.locked() + !permits.locked()
                                + !condition.locked());
                    }
                });
            }
            sleep(seconds(9));
        });
        assertThat(log).containsExactly("user 1 at PT1S", "free truetruetrue",
                "user 2 at PT2S", "free truetruetrue");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void withLockFreesItWhateverHappens(Backend backend) {
        run(Worlds.on(backend), () -> {
            Lock lock = new Lock();
            assertThat(withLock(lock, () -> lock.locked() ? "held" : "free")).isEqualTo("held");
            assertThatThrownBy(() -> withLock(lock, () -> {
                throw new IOException("no");
            })).isInstanceOf(IOException.class);
            assertThat(lock.locked()).isFalse();
            assertThatThrownBy(() -> withLock(lock, lock::release))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("Lock is not acquired.");
        });
    }
}
