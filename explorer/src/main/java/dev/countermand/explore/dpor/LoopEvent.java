package dev.countermand.explore.dpor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a run, or what happened between two steps, or what the host did. */
final class LoopEvent {
    /** Whose event it is: a task's, or that of a callback, which has one only. */
    final long process;

    /** How many events of the same process came before. */
    final int index;

    /** The event of the same process before this one. */
    final @Nullable LoopEvent previous;

    /** The event that made the handle ready. */
    final @Nullable LoopEvent enabler;

    /** Between two segments the clock moved or the host acted: nothing is swapped across. */
    final int segment;

    /** Everything that this event depends on and does, in the order in which it does it. */
    final Digest digest = new Digest();

    final List<SharedState> touched = new ArrayList<>();

    /** The latest events that conflict with this one; some of them twice. */
    final List<LoopEvent> conflicts = new ArrayList<>();

    /** Whether it depends on every event before and every event after it. */
    boolean everything;

    /** How many objects it has made. */
    int made;

    /** Its place among the steps of the run, -1 for what the host did. */
    int place = -1;

    private Fingerprint fingerprint = Fingerprint.NONE;
    private @Nullable Footprint footprint;

    LoopEvent(
            long process,
            @Nullable LoopEvent previous,
            @Nullable LoopEvent enabler,
            int segment,
            Fingerprint fence) {
        this.process = process;
        this.index = previous == null ? 0 : previous.index + 1;
        this.previous = previous;
        this.enabler = enabler;
        this.segment = segment;
        digest.add(process).add(index).add(fence);
        digest.add(previous == null ? Fingerprint.NONE : previous.fingerprint);
        digest.add(enabler == null ? Fingerprint.NONE : enabler.fingerprint);
    }

    Fingerprint end() {
        fingerprint = digest.fingerprint();
        touched.forEach(object -> object.used(this, fingerprint));
        return fingerprint;
    }

    /** What it touched; only once it has ended, and before any other event uses the objects. */
    void takeFootprint() {
        long[] reads = touched.stream()
                .filter(object -> !object.isWritten()).mapToLong(object -> object.id).toArray();
        long[] writes = touched.stream()
                .filter(SharedState::isWritten).mapToLong(object -> object.id).toArray();
        footprint = new Footprint(reads, writes, everything);
    }

    Footprint footprint() {
        if (footprint == null) {
            throw new IllegalStateException("the event has not ended");
        }
        return footprint;
    }
}
