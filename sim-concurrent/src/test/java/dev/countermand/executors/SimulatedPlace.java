package dev.countermand.executors;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.run.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** The simulation; a sixteenth of a tick is a millisecond of virtual time. */
final class SimulatedPlace implements Place {
    /** Two threads that are not so far apart might race on a real machine. */
    private static final int LEAST_GAP = 3;

    private final List<String> lines = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private final List<Long> competing = new ArrayList<>();
    private final List<Long> acting = new ArrayList<>();
    private final List<Long> goingOn = new ArrayList<>();

    /** Runs a program there. */
    static SimulatedPlace run(long seed) {
        return run(seed, Backend.fastest());
    }

    /** Runs a program there, on threads that a backend carries. */
    static SimulatedPlace run(long seed, Backend backend) {
        SimulatedPlace place = new SimulatedPlace();
        Simulation world = new Simulation();
        world.setBodyStyle(new DirectStyle(world, backend));
        Runner.run(world, DirectStyle.thread("main", () -> {
            new RandomProgram(seed, place).run();
            return null;
        }));
        return place;
    }

    @Override
    public ScheduledExecutorService pool(int threadCount) {
        return Sim.running().scheduledExecutor(threadCount);
    }

    @Override
    public void sleep(int sixteenths) throws InterruptedException {
        long end = now() + sixteenths;
        try {
            Sim.running().sleep(Duration.ofMillis(sixteenths));
        } catch (InterruptedException interrupted) {
            if (now() == end) {
                // Real threads would come to their end as often as to the interrupt.
                goesOn();
            }
            throw interrupted;
        }
    }

    @Override
    public long nanos(int sixteenths) {
        return Duration.ofMillis(sixteenths).toNanos();
    }

    @Override
    public void log(String actor, String what) {
        lines.add(actor + " " + what);
        times.add(now());
        threads.add(Sim.running().loop().currentTask().name());
    }

    @Override
    public void acts() {
        acting.add(now());
    }

    @Override
    public void compete() {
        competing.add(now());
    }

    @Override
    public void goesOn() {
        goingOn.add(now());
    }

    private static long now() {
        return Sim.running().loop().nanos() / Duration.ofMillis(1).toNanos();
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    /** Whether no two threads note something at nearly the same time: real ones would race. */
    boolean isUnambiguous() {
        for (int i = 1; i < lines.size(); i++) {
            boolean close = times.get(i) - times.get(i - 1) < LEAST_GAP;
            if (close && !threads.get(i).equals(threads.get(i - 1))) {
                return false;
            }
        }
        return times.stream().noneMatch(competing::contains)
                && goingOn.stream().noneMatch(acting::contains);
    }
}
