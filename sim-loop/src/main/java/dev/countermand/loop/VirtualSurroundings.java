package dev.countermand.loop;

import dev.countermand.clock.VirtualClock;

/**
 * The surroundings of a simulated loop, which never waits: the clock jumps to the next event, and
 * when none can come it is a deadlock.
 */
final class VirtualSurroundings implements Surroundings {
    private final SimLoop loop;
    private final VirtualClock clock = new VirtualClock();

    VirtualSurroundings(SimLoop loop) {
        this.loop = loop;
    }

    @Override
    public long nowNanos() {
        return clock.nowNanos();
    }

    @Override
    public void await(long deadlineNanos) {
        if (deadlineNanos == Long.MAX_VALUE) {
            throw DeadlockReport.of(loop);
        }
        long before = clock.nowNanos();
        if (deadlineNanos > before) {
            clock.advanceTo(deadlineNanos);
            LoopTracer tracer = loop.tracer();
            if (tracer != null) {
                tracer.advanced(before);
            }
        }
    }

    @Override
    public void wake() {
        // It is never asleep.
    }

    @Override
    public Workers workers() {
        return new VirtualWorkers(loop);
    }

    @Override
    public Beside beside() {
        return Beside.NOTHING;
    }

    @Override
    public VirtualClock virtualClock() {
        return clock;
    }
}
