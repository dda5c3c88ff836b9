package dev.countermand.executors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The JDK's own executors, threads and clock. */
final class RealPlace implements Place {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final long tickNanos;

    private RealPlace(long tickMillis) {
        this.tickNanos = TimeUnit.MILLISECONDS.toNanos(tickMillis);
    }

    /** Runs a program there. */
    static List<String> run(long seed, long tickMillis) throws InterruptedException {
        RealPlace place = new RealPlace(tickMillis);
        new RandomProgram(seed, place).run();
        return place.lines();
    }

    @Override
    public ScheduledExecutorService pool(int threadCount) {
        return Executors.newScheduledThreadPool(threadCount);
    }

    @Override
    public void sleep(int sixteenths) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos(sixteenths));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public long nanos(int sixteenths) {
        return sixteenths * tickNanos / 16;
    }

    @Override
    public void log(String actor, String what) {
        lines.add(actor + " " + what);
    }

    @Override
    public void acts() {
        // The simulation has found that nothing else happens now.
    }

    @Override
    public void compete() {
        // As above.
    }

    @Override
    public void goesOn() {
        // As above.
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
