package dev.countermand.program;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import java.util.stream.Stream;

/** Worlds in which a program runs, one for each backend that this JVM allows. */
public final class Worlds {
    private Worlds() {}

    /** The backends that this JVM allows. */
    public static Stream<Backend> backends() {
        return Backend.all().stream().filter(backend -> backend.obstacle().isEmpty());
    }

    /** A world whose coroutines a backend carries. */
    public static Simulation on(Backend backend) {
        Simulation world = new Simulation();
        world.setBodyStyle(new DirectStyle(world, backend));
        return world;
    }
}
