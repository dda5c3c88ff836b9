package dev.countermand.executors;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A program of a few lines with one outcome, whatever the machine does meanwhile. */
enum SmallProgram {
    WHAT_IS_DONE_IS_GIVEN_TO_AN_INTERRUPTED_THREAD(pool -> {
        Future<Integer> job = pool.submit(() -> 1);
        job.get();
        Thread.currentThread().interrupt();
        return job.get() + " " + job.get(0, TimeUnit.SECONDS) + flag();
    }),
    A_WAIT_OF_NO_LENGTH_HEEDS_AN_INTERRUPT(pool -> {
        ScheduledFuture<?> later = pool.schedule(() -> 1, 1, TimeUnit.DAYS);
        Thread.currentThread().interrupt();
        return outcome(() -> later.get(0, TimeUnit.SECONDS)) + flag();
    }),
    TERMINATION_IS_ASKED_FOR_WITHOUT_A_WAIT(pool -> {
        Thread.currentThread().interrupt();
        return pool.awaitTermination(0, TimeUnit.SECONDS) + flag();
    }),
    TERMINATION_IS_AWAITED_BY_AN_INTERRUPTED_THREAD(pool -> {
        Thread.currentThread().interrupt();
        return outcome(() -> pool.awaitTermination(1, TimeUnit.DAYS)) + flag();
    }),
    A_POOL_THAT_HAS_ENDED_IS_AWAITED_BY_AN_INTERRUPTED_THREAD(pool -> {
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.DAYS);
        Thread.currentThread().interrupt();
        return pool.awaitTermination(1, TimeUnit.DAYS) + flag();
    }),
    NO_TIME_FOR_ALL_STARTS_NONE(pool -> {
        pool.shutdown();
        return pool.invokeAll(List.of(() -> 1, () -> 2), 0, TimeUnit.SECONDS).stream()
                .map(Future::isCancelled).toList();
    }),
    ALL_OF_A_SHUT_POOL(pool -> {
        pool.shutdown();
        return pool.invokeAll(List.of(() -> 1));
    }),
    ALL_IS_INTERRUPTED(pool -> {
        Thread.currentThread().interrupt();
        return outcome(() -> pool.invokeAll(List.of(() -> napOfADay(pool)))) + flag();
    }),
    ALL_OF_NONE(pool -> pool.invokeAll(List.of())),
    ALL_WITH_ERRORS(pool -> pool.invokeAll(List.<Callable<Integer>>of(
            () -> 1, SmallProgram::fails)).stream().map(SmallProgram::got).toList()),
    ANY_OF_NONE(pool -> pool.invokeAny(List.of())),
    ANY_OF_NULL(pool -> pool.invokeAny(null)),
    ANY_OF_ERRORS(pool -> pool.invokeAny(List.<Callable<Integer>>of(
            SmallProgram::fails, SmallProgram::fails))),
    ANY_AFTER_AN_ERROR(pool -> pool.invokeAny(List.<Callable<Integer>>of(
            SmallProgram::fails, () -> 2))),
    ANY_WITHOUT_TIME(pool -> pool.invokeAny(
            List.of(() -> napOfADay(pool)), 0, TimeUnit.SECONDS)),
    NULL_IS_EXECUTED(pool -> {
        pool.execute(null);
        return "accepted";
    }),
    NULL_IS_SUBMITTED(pool -> pool.submit((Callable<?>) null)),
    NULL_IS_SCHEDULED(pool -> pool.schedule((Runnable) null, 1, TimeUnit.SECONDS)),
    NO_UNIT(pool -> pool.schedule(() -> 1, 1, null)),
    A_SHUT_POOL_REFUSES(pool -> {
        pool.shutdown();
        return pool.submit(() -> 1);
    }),
    A_SHUT_POOL_REFUSES_TIMERS(pool -> {
        pool.shutdown();
        return pool.schedule(() -> 1, 1, TimeUnit.SECONDS);
    }),
    A_PERIOD_OF_ZERO(pool ->
            pool.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.SECONDS)),
    A_DELAY_BELOW_ZERO_BETWEEN_RUNS(pool ->
            pool.scheduleWithFixedDelay(() -> {}, 0, -1, TimeUnit.SECONDS)),
    A_DELAY_BELOW_ZERO(pool -> pool.schedule(() -> 1, -5, TimeUnit.SECONDS).get()),
    THE_LONGEST_DELAY(pool -> {
        ScheduledFuture<?> never = pool.schedule(() -> 1, Long.MAX_VALUE, TimeUnit.DAYS);
        ScheduledFuture<?> now = pool.schedule(() -> 2, 0, TimeUnit.DAYS);
        return now.get() + " " + (never.compareTo(now) > 0)
                + (never.getDelay(TimeUnit.DAYS) > 50_000);
    }),
    A_JOB_IS_CANCELLED_TWICE(pool -> {
        Future<?> later = pool.schedule(() -> 1, 1, TimeUnit.DAYS);
        return later.cancel(false) + " " + later.cancel(true) + " " + later.isDone() + got(later);
    }),
    A_JOB_THAT_IS_DONE_IS_CANCELLED(pool -> {
        Future<?> job = pool.submit(() -> 1);
        job.get();
        return job.cancel(true) + " " + job.isCancelled() + got(job);
    }),
    A_JOB_THROWS_AN_ERROR(pool -> pool.submit(() -> {
        throw new StackOverflowError("deep");
    }).get()),
    A_RUNNABLE_HAS_THE_VALUE_IT_IS_GIVEN(pool -> pool.submit(() -> {}, "value").get()),
    A_PERIODIC_JOB_THAT_FAILS_STOPS(pool -> {
        ScheduledFuture<?> job = pool.scheduleAtFixedRate(
                SmallProgram::fails, 0, 1, TimeUnit.MILLISECONDS);
        return got(job) + job.isDone() + job.isCancelled();
    }),
    A_JOB_INTERRUPTS_ITSELF(pool -> pool.submit(() -> {
        Thread.currentThread().interrupt();
        return "interrupted" + flag();
    }).get() + " " + pool.submit(SmallProgram::flag).get()),
    THE_QUEUE_IS_GIVEN_BACK(pool -> {
        pool.schedule(() -> 1, 1, TimeUnit.DAYS);
        pool.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.DAYS);
        List<Runnable> left = pool.shutdownNow();
        return left.size() + " " + ((RunnableFuture<?>) left.get(0)).isDone()
                + pool.isShutdown() + pool.awaitTermination(1, TimeUnit.DAYS);
    }),
    SHUTTING_DOWN_KEEPS_WHAT_IS_DELAYED_AND_DROPS_WHAT_IS_PERIODIC(pool -> {
        ScheduledFuture<?> once = pool.schedule(() -> 1, 300, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> often = pool.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.DAYS);
        pool.shutdown();
        return often.isCancelled() + " " + pool.isTerminated() + once.get()
                + pool.awaitTermination(1, TimeUnit.DAYS);
    }),
    A_JOB_SHUTS_ITS_POOL(pool -> {
        Future<?> job = pool.submit(() -> {
            pool.shutdown();
            return outcome(() -> pool.submit(() -> 1));
        });
        return job.get() + " " + pool.awaitTermination(1, TimeUnit.DAYS);
    }),
    A_JOB_IS_INTERRUPTED_IN_ITS_WAIT(pool -> {
        Future<?>[] waiter = new Future<?>[1];
        StringBuffer log = new StringBuffer();
        Future<?> never = pool.schedule(() -> 1, 1, TimeUnit.DAYS);
        waiter[0] = pool.submit(() -> log.append(outcome(never::get) + flag()));
        pool.schedule(() -> waiter[0].cancel(true), 30, TimeUnit.MILLISECONDS).get();
        while (log.isEmpty()) { // Shutting down would interrupt it again before it has looked.
            pool.schedule(() -> 1, 5, TimeUnit.MILLISECONDS).get();
        }
        pool.shutdownNow();
        pool.awaitTermination(1, TimeUnit.DAYS);
        return log + got(waiter[0]);
    });

    private final Body body;

    SmallProgram(Body body) {
        this.body = body;
    }

    /** What a program does. */
    interface Body {
        Object run(ScheduledExecutorService pool) throws Exception;
    }

    /** Runs it with a pool of two threads; gives its result, or what it threw. */
    String run(ScheduledExecutorService pool) {
        try {
            return outcome(() -> body.run(pool));
        } finally {
            Thread.interrupted();
            pool.shutdownNow();
        }
    }

    private static int napOfADay(ScheduledExecutorService pool) throws Exception {
        pool.schedule(() -> 1, 1, TimeUnit.DAYS).get();
        return 1;
    }

    private static Integer fails() {
        throw new IllegalStateException("no");
    }

    private static String flag() {
        return " flag " + Thread.currentThread().isInterrupted();
    }

    private static String got(Future<?> future) {
        return " " + outcome(future::get);
    }

    private static String outcome(Callable<?> work) {
        try {
            return String.valueOf(work.call());
        } catch (Exception error) {
            return error.getClass().getSimpleName() + " of " + (error.getCause() == null
                    ? "nothing" : error.getCause().toString());
        }
    }
}
