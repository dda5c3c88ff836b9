package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/**
 * Reports accesses to the sink of the loop that runs on this thread; without one, or outside any
 * loop, nothing happens. For objects that know no loop.
 */
public final class Accesses {
    private Accesses() {}

    /** The sink of the running loop, null if nobody listens. */
    public static @Nullable AccessSink sink() {
        SimLoop running = RunningLoop.get();
        return running == null ? null : running.accesses;
    }

    /** The present step looked at an object. */
    public static void read(Object object) {
        AccessSink sink = sink();
        if (sink != null) {
            sink.read(object);
        }
    }

    /** The present step changed an object, or may have. */
    public static void write(Object object) {
        AccessSink sink = sink();
        if (sink != null) {
            sink.write(object);
        }
    }

    /** The present step did something that no other step may be swapped with. */
    public static void everything() {
        AccessSink sink = sink();
        if (sink != null) {
            sink.touchedEverything();
        }
    }
}
