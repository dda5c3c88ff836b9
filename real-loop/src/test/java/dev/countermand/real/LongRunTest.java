package dev.countermand.real;

import static dev.countermand.asyncio.Asyncio.asyncFor;
import static dev.countermand.asyncio.Asyncio.asyncGenerator;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Scopes.withLock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.sync.Lock;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program may run for weeks: what it has let go of is not kept, and is told of in time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongRunTest {
    @Test
    void anErrorNobodyAskedForIsReportedWhenItsTaskIsCollected() {
        List<String> reports = new ArrayList<>();
        RealLoop.run(() -> {
            getRunningLoop().setExceptionHandler((loop, report) -> reports.add(
                    report.message() + ": " + report.exception().getMessage() + ", "
                            + report.subject()));
            createTask("worker", () -> {
                throw new ValueError("forgotten");
            });
            while (reports.isEmpty()) {
                System.gc();
                sleep(Duration.ofMillis(10));
            }
            reports.add("still running");
        });
        assertThat(reports).containsExactly(
                "Task exception was never retrieved: forgotten, task worker", "still running");
    }

    @Test
    void anErrorThatSomebodyAskedForIsNotReported() {
        List<String> reports = new ArrayList<>();
        RealLoop.run(() -> {
            getRunningLoop().setExceptionHandler((loop, report) -> reports.add(report.message()));
            WeakReference<Object> task = failAndAsk();
            while (task.get() != null) {
                System.gc();
                sleep(Duration.ofMillis(10));
            }
            sleep(Duration.ofMillis(50));
        });
        assertThat(reports).isEmpty();
    }

    private static WeakReference<Object> failAndAsk() {
        Task<Object> task = createTask("asked", () -> {
            throw new ValueError("asked for");
        });
        sleep(Duration.ofMillis(1));
        assertThat(task.exception()).hasMessage("asked for");
        return new WeakReference<>(task);
    }

    @Test
    void anErrorOfATaskThatIsKeptIsReportedAtTheEnd() {
        List<Object> reports = new ArrayList<>();
        List<Task<?>> kept = new ArrayList<>();
        RealLoop.run(() -> {
            getRunningLoop().setExceptionHandler((loop, report) -> reports.add(report.subject()));
            kept.add(createTask("kept", () -> {
                throw new ValueError("unasked");
            }));
            sleep(Duration.ofMillis(1));
        });
        assertThat(reports).isEqualTo(kept);
    }

    @Test
    void locksAndGeneratorsThatWereUsedAreLetGo() {
        RealLoop.run(() -> {
            List<WeakReference<Object>> used = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                used.add(new WeakReference<>(useLock()));
                used.add(new WeakReference<>(useGenerator()));
            }
            long left = used.size();
            // The latest generators stay until there are more.
            while (left > 200) {
                System.gc();
                sleep(Duration.ofMillis(10));
                left = used.stream().filter(reference -> reference.get() != null).count();
            }
        });
    }

    private static Object useLock() {
        Lock lock = new Lock();
        Task<Object> holder = createTask("holder", () ->
                withLock(lock, () -> sleep(Duration.ZERO)));
        withLock(lock, () -> sleep(Duration.ZERO));
        await(holder);
        return lock;
    }

    private static Object useGenerator() {
        var generator = asyncGenerator("one", out -> out.yield(1));
        for (Object value : asyncFor(generator)) {
            assertThat(value).isEqualTo(1);
        }
        return generator;
    }
}
