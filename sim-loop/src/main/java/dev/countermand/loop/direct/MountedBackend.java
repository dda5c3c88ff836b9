package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.Surroundings.Beside;
import java.util.Optional;

/**
 * Virtual threads on a scheduler of ours: the loop's own thread carries them, so a switch is a
 * method call and nothing is handed to another thread.
 *
 * <p>Before JDK 24 a virtual thread that waits inside {@code synchronized} keeps its carrier, which
 * here would be the loop: those JDKs use {@link VirtualBackend}.
 */
final class MountedBackend implements Backend {
    private static final int FIRST_JDK = 24;

    @Override
    public String name() {
        return "mounted";
    }

    @Override
    public Optional<String> obstacle() {
        if (Runtime.version().feature() < FIRST_JDK) {
            return Optional.of("carrying virtual threads on the loop's thread needs JDK "
                    + FIRST_JDK + " or later");
        }
        return VirtualThreads.takeSchedulers()
                ? Optional.empty()
                : Optional.of("carrying virtual threads on the loop's thread needs the JVM option"
                        + " --add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    @Override
    public void host(Simulation simulation) {
        // The loop runs on the thread of whoever runs it, which must be a platform thread.
    }

    @Override
    public Carrier carrier(String name, Runnable body, Beside beside) {
        return new MountedCarrier(name, body, beside);
    }
}
