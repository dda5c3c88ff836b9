package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.Surroundings.Beside;
import java.util.List;
import java.util.Optional;

/** A way to carry coroutines in direct style. All give the same events; they differ in speed. */
public sealed interface Backend permits MountedBackend, VirtualBackend, PlatformBackend {
    /** The backend's name in reports: {@code mounted}, {@code virtual} or {@code platform}. */
    String name();

    /** Why it cannot be used in this JVM, with the remedy; empty if it can. */
    Optional<String> obstacle();

    /** Makes a simulation's loops run where this backend needs them. */
    void host(Simulation simulation);

    /**
     * Makes a carrier, which has not started, for a coroutine's body.
     *
     * @param beside what may run beside the loop: if nothing, a body that blocks ends the run
     */
    Carrier carrier(String name, Runnable body, Beside beside);

    /** All backends, fastest first. */
    static List<Backend> all() {
        return List.of(new MountedBackend(), new VirtualBackend(), new PlatformBackend());
    }

    /** The fastest backend that this JVM allows; there is always one. */
    static Backend fastest() {
        for (Backend backend : all()) {
            if (backend.obstacle().isEmpty()) {
                return backend;
            }
        }
        throw new IllegalStateException("platform threads are always available");
    }
}
