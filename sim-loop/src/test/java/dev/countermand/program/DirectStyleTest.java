package dev.countermand.program;

import static dev.countermand.loop.direct.DirectStyle.await;
import static dev.countermand.loop.direct.DirectStyle.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskFactory;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.WaitFor;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.sync.Lock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plain Java in a coroutine may rely on, on every backend that this JVM allows. */
class DirectStyleTest {
    static Stream<Backend> backends() {
        return Backend.all().stream().filter(backend -> backend.obstacle().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void tenVirtualHoursPassBetweenTwoLines(Backend backend) {
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        long nanos = Runner.run(simulation, direct.coroutine("main", () -> {
            sleep(Duration.ofHours(10));
            return SimLoop.running().nanos();
        }));
        assertThat(nanos).isEqualTo(Duration.ofHours(10).toNanos());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aCancellationIsNotCaughtAsAnException(Backend backend) {
        List<String> log = new ArrayList<>();
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        Runner.run(simulation, direct.coroutine("main", () -> {
            Task<Object> worker = SimLoop.running().createTask(direct.coroutine("worker", () -> {
                try {
                    sleep(Duration.ofSeconds(1));
                } catch (Exception swallowed) {
                    log.add("caught as Exception");
                } finally {
                    log.add("cleaned up");
                }
            }));
            sleep(Duration.ZERO);
            worker.cancel("stop");
            try {
                await(worker);
            } catch (CancelledError cancelled) {
                log.add("cancelled: " + cancelled.getMessage());
            }
        }));
        assertThat(log).containsExactly("cleaned up", "cancelled: stop");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aCheckedExceptionArrivesAsItWasThrown(Backend backend) {
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        Coroutine<Object> failing = direct.coroutine("main", () -> {
            sleep(Duration.ofMillis(1));
            throw new IOException("disk full");
        });
        assertThatThrownBy(() -> Runner.run(simulation, failing))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aCoroutineThatIsAwaitedRunsInItsCallersTask(Backend backend) {
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        String names = Runner.run(simulation, direct.coroutine("main", () -> {
            String outer = SimLoop.running().currentTask().name();
            String inner = await(direct.coroutine("inner", () -> {
                sleep(Duration.ofSeconds(1));
                return SimLoop.running().currentTask().name();
            }));
            return outer + " " + inner;
        }));
        assertThat(names).isEqualTo("Task-1 Task-1");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void waitForCutsADirectCoroutineShort(Backend backend) {
        List<String> log = new ArrayList<>();
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        Runner.run(simulation, direct.coroutine("main", () -> {
            Coroutine<Object> slow = direct.coroutine("slow", () -> {
                try {
                    sleep(Duration.ofSeconds(9));
                } finally {
                    log.add("slow ends at " + SimLoop.running().nanos());
                }
            });
            try {
                await(WaitFor.of(SimLoop.running(), slow, 5L));
            } catch (TimeoutError timeout) {
                log.add("timed out");
            }
        }));
        assertThat(log).containsExactly("slow ends at 5", "timed out");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void anEagerTaskRunsItsFirstStepInsideItsCreator(Backend backend) {
        List<String> log = new ArrayList<>();
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        Runner.run(simulation, direct.coroutine("main", () -> {
            SimLoop.running().setTaskFactory(TaskFactory.EAGER);
            log.add("before");
            Task<Object> eager = SimLoop.running().createTask(
                    direct.coroutine("eager", () -> {
                        log.add("first step");
                        sleep(Duration.ofSeconds(1));
                        log.add("second step");
                    }),
                    TaskOptions.named("eager"));
            log.add("after");
            await(eager);
        }));
        assertThat(log).containsExactly("before", "first step", "after", "second step");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void unfinishedCoroutinesEndInReverseOrderWithTheirFinallyBlocksRun(Backend backend) {
        List<String> log = new ArrayList<>();
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        SimLoop loop = simulation.newLoop();
        for (String name : List.of("first", "second", "third")) {
            loop.createTask(direct.coroutine(name, () -> {
                try {
                    await(loop.createFuture());
                } finally {
                    log.add(name);
                }
            }));
        }
        loop.runUntilComplete(direct.coroutine("main", () -> sleep(Duration.ofSeconds(1))));
        loop.close();
        assertThat(log).containsExactly("third", "second", "first");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aDeadlockNamesTheLineOfEachAwait(Backend backend) {
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation, backend);
        Lock lock = new Lock("a");
        SimLoop loop = simulation.newLoop();
        Coroutine<Object> main = direct.coroutine("main", () -> {
            await(lock.acquire());
            await(lock.acquire());
        });
        assertThatThrownBy(() -> loop.runUntilComplete(main))
                .isInstanceOfSatisfying(Deadlock.class, deadlock -> {
                    assertThat(deadlock.waiting()).hasSize(1);
                    assertThat(deadlock.waiting().get(0).on())
                            .isEqualTo("Lock \"a\" held by Task-1");
                    assertThat(deadlock.waiting().get(0).where())
                            .matches("DirectStyleTest\\.java:\\d+");
                });
        loop.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void lostWakeupsAreImpossibleWhileThousandTasksPassOneLock(Backend backend) {
        Simulation simulation = new Simulation(
                new Simulation().choices(), Simulation.Settings.DEFAULT.withStepLimit(100_000));
        DirectStyle direct = new DirectStyle(simulation, backend);
        List<Integer> order = new ArrayList<>();
        Lock lock = new Lock();
        Runner.run(simulation, direct.coroutine("main", () -> {
            List<Task<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                int number = i;
                tasks.add(SimLoop.running().createTask(direct.coroutine("t" + i, () -> {
                    await(lock.acquire());
                    sleep(Duration.ofMillis(1));
                    order.add(number);
                    lock.release();
                })));
            }
            await(Gather.of(tasks, false));
        }));
        assertThat(order).hasSize(1000).isSorted();
    }

    @Test
    void aBackendThatThisJvmForbidsNamesTheRemedy() {
        for (Backend backend : Backend.all()) {
            backend.obstacle().ifPresent(obstacle -> {
                assertThat(obstacle).containsAnyOf("JDK 21", "JDK 24", "--add-opens");
                assertThatThrownBy(() -> new DirectStyle(new Simulation(), backend))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(obstacle);
            });
        }
        assertThat(Backend.fastest().obstacle()).isEmpty();
    }
}
