package dev.countermand.real;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import java.util.stream.Stream;

/** Worlds on real time, one for each backend that this JVM allows. */
final class Worlds {
    private Worlds() {}

    static Stream<Backend> backends() {
        return Backend.all().stream().filter(backend -> backend.obstacle().isEmpty());
    }

    static Simulation on(Backend backend) {
        Simulation world = RealLoop.newWorld();
        world.setBodyStyle(new DirectStyle(world, backend));
        return world;
    }
}
