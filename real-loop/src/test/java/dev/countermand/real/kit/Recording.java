package dev.countermand.real.kit;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in one run, and in which slot of time each thing did.
 *
 * <p>Time counts from when the main coroutine began. A slot is a stretch of time of equal length;
 * everything that a program waits for is due at the beginning of one.
 */
final class Recording {
    private final long slotNanos;
    private final List<Long> times = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private long origin;

    Recording(Duration slot) {
        slotNanos = slot.toNanos();
    }

    /** The main coroutine begins now. */
    void begin(SimLoop loop) {
        origin = loop.nanos();
    }

    /** The time from now to the beginning of a slot; zero or less if it has begun. */
    Duration until(SimLoop loop, int slot) {
        return Duration.ofNanos(origin + slot * slotNanos - loop.nanos());
    }

    /** The beginning of a slot on the loop's clock, in nanoseconds. */
    long beginning(int slot) {
        return origin + slot * slotNanos;
    }

    void add(long nanos, String text) {
        times.add(nanos);
        texts.add(text);
    }

    /**
     * Notes what the loop traces: every step, and what made it, apart from the times. That a
     * callback becomes ready is left out: in a simulation the last job and the end of the executor
     * come in one select, as nothing lies between them there.
     */
    void add(TraceEvent event) {
        long nanos = event.stamp().nanos();
        if (event instanceof TraceEvent.Woken woken) {
            add(nanos, woken.task() + " is woken by " + woken.by());
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            add(nanos, cancelled.task() + " is cancelled by " + cancelled.by() + " through "
                    + cancelled.chain() + ": " + cancelled.message());
        } else if (event instanceof TraceEvent.Ended ended) {
            add(nanos, ended.task() + " " + ended.outcome().label());
        } else if (event instanceof TraceEvent.Awaited awaited) {
            add(nanos, awaited.task() + " awaits");
        } else if (event instanceof TraceEvent.Ran ran) {
            add(nanos, "step: " + ran.what());
        } else if (event instanceof TraceEvent.Scheduled timer && timer.dueNanos() != null) {
            add(nanos, timer.what() + " is scheduled by " + timer.by());
        }
    }

    /** Each event with its slot. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(slot(i) + " " + texts.get(i));
        }
        return lines;
    }

    private long slot(int place) {
        return Math.max(0, (times.get(place) - origin) / slotNanos);
    }

    /**
     * Whether this run, on a real clock, missed a slot before it did anything else than the other
     * one: then the machine was late, and the run says nothing about the loop.
     */
    boolean wasLateBeforeItDiffered(Recording virtual) {
        for (int i = 0; i < Math.min(texts.size(), virtual.texts.size()); i++) {
            if (slot(i) > virtual.slot(i)) {
                return true;
            }
            if (slot(i) < virtual.slot(i) || !texts.get(i).equals(virtual.texts.get(i))) {
                return false;
            }
        }
        return false;
    }
}
