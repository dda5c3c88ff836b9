package dev.countermand.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Threads that share numbered pieces of work. */
public final class Workers {
    private Workers() {}

    /**
     * Does all pieces, and returns when all are done.
     *
     * @throws RuntimeException what a piece of work threw, errors included
     */
    public static void each(int workers, int pieces, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (Throwable error) {
                failure.compareAndSet(null, error);
                next.set(pieces);
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(workers, pieces); i++) {
            Thread thread = new Thread(loop, "countermand-worker-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        loop.run();
        threads.forEach(Workers::join);
        Throwable error = failure.get();
        if (error instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (error instanceof Error fatal) {
            throw fatal;
        }
    }

    /** Waits for a thread whatever interrupts there are, and keeps the interrupt for the caller. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
