package dev.countermand.fence.sample;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lets other threads run beside the loop in every way there is. */
public final class Threads {
    private Threads() {}

    /** A class of threads; only starting one is worth a word. */
    public static final class Worker extends Thread {
        /** Makes one. */
        public Worker() {
            super("worker");
        }
    }

    /** Starts some. */
    public static void start(Thread given) {
        new Thread(() -> {}).start(); // fence: makes a Thread
        given.start(); // fence: calls Thread.start
        new Worker().start(); // fence: calls Thread.start
        new Timer(); // fence: makes a Timer
    }

    /** Makes pools. */
    public static List<Executor> pools() {
        Executor fixed = Executors
                .newFixedThreadPool(2); // fence: calls Executors.newFixedThreadPool
        Executor timed = Executors
                .newScheduledThreadPool(2); // fence: calls Executors.newScheduledThreadPool
        Executor pool = new ThreadPoolExecutor(1, // fence: makes a ThreadPoolExecutor
                1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        Executor timers = // fence: makes a ScheduledThreadPoolExecutor
                new ScheduledThreadPoolExecutor(1);
        Executor forks = new ForkJoinPool(); // fence: makes a ForkJoinPool
        Executor common = ForkJoinPool.commonPool(); // fence: calls ForkJoinPool.commonPool
        return List.of(fixed, timed, pool, timers, forks, common);
    }

    /** Chains futures. */
    public static List<Object> futures(Executor given, CompletionStage<String> stage) {
        CompletableFuture<String> begun = CompletableFuture
                .supplyAsync(() -> "x"); // fence: calls CompletableFuture.supplyAsync
        CompletableFuture<String> good = CompletableFuture.supplyAsync(() -> "x", given);
        CompletableFuture<Void> run = begun
                .thenRunAsync(() -> {}); // fence: calls CompletableFuture.thenRunAsync
        CompletionStage<String> applied = stage
                .thenApplyAsync(it -> it); // fence: calls CompletionStage.thenApplyAsync
        CompletableFuture<String> limited = good
                .orTimeout(1, TimeUnit.SECONDS); // fence: calls CompletableFuture.orTimeout
        CompletableFuture<String> later = good
                .completeOnTimeout( // fence: calls CompletableFuture.completeOnTimeout
                        "y", 1, TimeUnit.SECONDS);
        Executor delayed = CompletableFuture
                .delayedExecutor( // fence: calls CompletableFuture.delayedExecutor
                        1, TimeUnit.DAYS, given);
        return List.of(begun, run, applied, limited, later, delayed, good.thenApply(it -> it));
    }

    /** Publishes and streams. */
    public static List<Object> parallel(List<String> names, Executor given) {
        Object publisher = new SubmissionPublisher<>(); // fence: makes a SubmissionPublisher
        Object good = new SubmissionPublisher<>(given, 8);
        long count = names.parallelStream().count(); // fence: calls List.parallelStream
        long more = names.stream().parallel().count(); // fence: calls Stream.parallel
        return List.of(publisher, good, count, more);
    }

    /** Leaves the JVM. */
    public static void outside(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        client.send(request, // fence: calls HttpClient.send
                HttpResponse.BodyHandlers.discarding());
        new ProcessBuilder("true").start(); // fence: calls ProcessBuilder.start
        Runtime.getRuntime().exec(new String[] {"true"}); // fence: calls Runtime.exec
    }
}
