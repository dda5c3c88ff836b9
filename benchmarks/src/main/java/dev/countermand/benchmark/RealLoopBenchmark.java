package dev.countermand.benchmark;

import dev.countermand.loop.SimLoop;
import dev.countermand.real.RealLoop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The loop on real time, on a thread of its own, beside the nearest thing in the JDK: a {@code
 * ScheduledThreadPoolExecutor} of one thread.
 */
@State(Scope.Thread)
public class RealLoopBenchmark extends ComparedBenchmark {
    private static final int CALLS = 100_000;
    private static final int TIMERS = 10_000;

    private final SimLoop loop = RealLoop.newWorld().newLoop();
    private final Thread loopThread = new Thread(loop::runForever, "loop");
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    /** Starts the loop, which then waits for calls. */
    @Setup
    public void begin() {
        loopThread.start();
    }

    /** Ends both. */
    @TearDown
    public void end() throws InterruptedException {
        loop.callSoonThreadsafe(loop::stop);
        loopThread.join();
        loop.close();
        executor.shutdownNow();
    }

    /** This thread wakes the sleeping loop, and the loop this thread. */
    @Benchmark
    public void roundTripLoop() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        loop.callSoonThreadsafe(answered::countDown);
        answered.await();
    }

    @Benchmark
    public void roundTripExecutor() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        executor.execute(answered::countDown);
        answered.await();
    }

    /** Calls from this thread, as fast as it can, until all have run. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void callsLoop() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(CALLS);
        for (int i = 0; i < CALLS; i++) {
            loop.callSoonThreadsafe(all::countDown);
        }
        all.await();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void callsExecutor() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(CALLS);
        for (int i = 0; i < CALLS; i++) {
            executor.execute(all::countDown);
        }
        all.await();
    }

    /** Timers due at once, or within a microsecond, set on the loop's thread. */
    @Benchmark
    @OperationsPerInvocation(TIMERS)
    public void timersLoop() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(TIMERS);
        loop.callSoonThreadsafe(() -> {
            for (int i = 0; i < TIMERS; i++) {
                loop.callLater(i % 1_000, all::countDown);
            }
        });
        all.await();
    }

    @Benchmark
    @OperationsPerInvocation(TIMERS)
    public void timersExecutor() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(TIMERS);
        executor.execute(() -> {
            for (int i = 0; i < TIMERS; i++) {
                executor.schedule(all::countDown, i % 1_000, TimeUnit.NANOSECONDS);
            }
        });
        all.await();
    }
}
