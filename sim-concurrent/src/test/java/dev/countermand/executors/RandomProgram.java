package dev.countermand.executors;

import dev.countermand.loop.schedule.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A random program of one thread that uses a pool in all ways: the same for the same seed.
 *
 * <p>After each action the main thread waits before it notes the result, so that what the action
 * sets off is noted first on real threads too.
 */
final class RandomProgram {
    private static final int ACTIONS = 7;

    /** All times are in sixteenths of a tick. */
    private static final int TICK = 16;

    private static final int PAUSE = 2 * TICK;

    /** Delays and limits end between the ticks at which the main thread acts. */
    private static final int BETWEEN = 8;

    private final RandomStream random;
    private final Place place;
    private final ScheduledExecutorService pool;
    private final List<Future<?>> futures = new ArrayList<>();
    private int jobs;

    RandomProgram(long seed, Place place) {
        this.random = new RandomStream(seed);
        this.place = place;
        this.pool = place.pool(1 + random.nextInt(3) / 2);
    }

    void run() throws InterruptedException {
        for (int i = 0; i < ACTIONS; i++) {
            place.sleep(PAUSE + TICK * random.nextInt(6));
            String result = action();
            place.sleep(PAUSE);
            place.log("main", result);
        }
        place.sleep(PAUSE);
        place.acts();
        int left = pool.shutdownNow().size();
        place.sleep(PAUSE);
        place.log("main", "shutdownNow leaves " + left);
        boolean ended = pool.awaitTermination(limit(80), TimeUnit.NANOSECONDS);
        place.sleep(PAUSE);
        place.log("main", "terminated " + ended + " " + pool.isTerminated());
        for (int i = 0; i < futures.size(); i++) {
            Future<?> future = futures.get(i);
            place.log("main", "future " + i + " done " + future.isDone()
                    + " cancelled " + future.isCancelled());
        }
    }

    private String action() throws InterruptedException {
        int kind = random.nextInt(14);
        int ticks = random.nextInt(9);
        long delay = limit(ticks);
        try {
            return switch (kind) {
                case 0, 1, 2 -> kept("submit", pool.submit(job()));
                case 3 -> execute();
                case 4, 5 -> kept("schedule", pool.schedule(job(),
                        delay, TimeUnit.NANOSECONDS));
                case 6 -> kept("rate", pool.scheduleAtFixedRate(periodic(), delay,
                        place.nanos((3 + ticks) * TICK), TimeUnit.NANOSECONDS));
                case 7 -> kept("delay", pool.scheduleWithFixedDelay(periodic(),
                        delay, place.nanos((3 + ticks) * TICK), TimeUnit.NANOSECONDS));
                case 8, 9 -> cancel();
                case 10 -> get(ticks);
                case 11 -> all(ticks);
                case 12 -> any(ticks);
                default -> shutdown();
            };
        } catch (RejectedExecutionException rejected) {
            return "rejected";
        }
    }

    private long limit(int ticks) {
        return place.nanos(ticks * TICK + BETWEEN);
    }

    private String kept(String what, Future<?> future) {
        futures.add(future);
        return what;
    }

    private String execute() {
        Callable<Integer> job = job();
        pool.execute(() -> {
            try {
                job.call();
            } catch (Exception quiet) {
                // What leaves a runnable goes to the thread's handler, which is no part of this.
            }
        });
        return "execute";
    }

    private Callable<Integer> job() {
        int number = jobs++;
        int kind = random.nextInt(5);
        int ticks = random.nextInt(12);
        return () -> {
            place.goesOn();
            place.log("job", number + " begins");
            if (kind > 1) {
                nap(number, ticks);
            }
            if (kind == 3) {
                nap(number, ticks);
            }
            place.log("job", number + " ends");
            if (kind == 1 || kind == 4) {
                throw new IllegalStateException("job " + number);
            }
            return number;
        };
    }

    private void nap(int number, int ticks) {
        try {
            place.sleep(ticks * TICK + 1);
            place.goesOn();
        } catch (InterruptedException interrupted) {
            place.log("job", number + " is interrupted, flag "
                    + Thread.currentThread().isInterrupted());
        }
    }

    private Runnable periodic() {
        int number = jobs++;
        int ticks = random.nextInt(4);
        int last = random.nextInt(5);
        int[] runs = {0};
        return () -> {
            int run = runs[0]++;
            place.goesOn();
            place.log("job", number + " begins run " + run);
            nap(number, ticks);
            if (run == last) {
                throw new IllegalStateException("run " + run);
            }
        };
    }

    private String cancel() {
        if (futures.isEmpty()) {
            return "nothing to cancel";
        }
        int which = random.nextInt(futures.size());
        place.acts();
        boolean interrupts = random.nextInt(2) == 1;
        return "cancel " + which + " " + interrupts + " gives "
                + futures.get(which).cancel(interrupts);
    }

    private String get(int ticks) throws InterruptedException {
        if (futures.isEmpty()) {
            return "nothing to get";
        }
        int which = random.nextInt(futures.size());
        String got = "get " + which + " gives ";
        try {
            return got + futures.get(which).get(limit(3 * ticks), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return got + "nothing in time";
        } catch (CancellationException cancelled) {
            return got + "a cancellation";
        } catch (ExecutionException failed) {
            return got + failed.getCause();
        }
    }

    private String all(int ticks) throws InterruptedException {
        List<Callable<Integer>> several = List.of(job(), job());
        StringBuilder text = new StringBuilder("all");
        List<Future<Integer>> ended = random.nextInt(2) == 0
                ? pool.invokeAll(several)
                : pool.invokeAll(several, limit(2 * ticks), TimeUnit.NANOSECONDS);
        for (Future<Integer> one : ended) {
            text.append(" done ").append(one.isDone())
                    .append(" cancelled ").append(one.isCancelled());
        }
        return text.toString();
    }

    private String any(int ticks) throws InterruptedException {
        int first = jobs;
        List<Callable<Integer>> several = List.of(job(), job());
        try {
            int winner = random.nextInt(2) == 0
                    ? pool.invokeAny(several)
                    : pool.invokeAny(several, limit(2 * ticks), TimeUnit.NANOSECONDS);
            if (winner == first) {
                // The second job is cancelled now, and about to begin.
                place.compete();
            }
            return "any gives " + winner;
        } catch (TimeoutException late) {
            return "any gives nothing in time";
        } catch (ExecutionException failed) {
            return "any fails with " + failed.getCause();
        }
    }

    private String shutdown() throws InterruptedException {
        if (random.nextInt(3) > 0) {
            return "goes on";
        }
        place.acts();
        pool.shutdown();
        return "shutdown, terminated "
                + pool.awaitTermination(limit(5), TimeUnit.NANOSECONDS);
    }
}
