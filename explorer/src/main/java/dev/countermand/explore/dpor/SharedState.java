package dev.countermand.explore.dpor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one shared object in one run: who made it and who used it last. */
final class SharedState {
    /** The same number in every run with the same past: it comes from who made the object. */
    final long id;

    /** The event that made it, null if it was none's doing. */
    final @Nullable LoopEvent maker;

    private Fingerprint lastWrite = Fingerprint.NONE;
    private @Nullable LoopEvent writer;
    private Fingerprint reads = Fingerprint.NONE;
    private final List<LoopEvent> readers = new ArrayList<>(2);

    /** The latest event that used it, which may still go on. */
    private @Nullable LoopEvent user;

    private boolean written;

    SharedState(long id, @Nullable LoopEvent maker) {
        this.id = id;
        this.maker = maker;
    }

    /** An event that goes on uses the object: it comes after those that conflict with that. */
    void use(LoopEvent event, boolean write) {
        boolean first = user != event;
        if (!first && (written || !write)) {
            return;
        }
        if (first) {
            user = event;
            written = false;
            event.touched.add(this);
            event.digest.add(1).add(lastWrite);
            if (writer != null) {
                event.conflicts.add(writer);
            }
        }
        if (write) {
            written = true;
            event.digest.add(2).add(reads);
            event.conflicts.addAll(readers);
        }
    }

    /** The event that used it last is over. */
    void used(LoopEvent event, Fingerprint fingerprint) {
        if (written) {
            lastWrite = fingerprint;
            writer = event;
            reads = Fingerprint.NONE;
            readers.clear();
        } else {
            reads = reads.plus(fingerprint);
            readers.add(event);
        }
    }

    boolean isWritten() {
        return written;
    }
}
