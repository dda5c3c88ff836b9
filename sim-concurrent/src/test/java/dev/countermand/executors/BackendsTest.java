package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.direct.Backend;
import org.junit.jupiter.api.Test;

/** Whatever carries the threads, they do the same. */
class BackendsTest {
    private static final long PROGRAMS = 100;

    @Test
    void randomProgramsGiveTheSameEventsOnEachBackend() {
        for (long seed = 1; seed <= PROGRAMS; seed++) {
            SimulatedPlace expected = SimulatedPlace.run(seed, Backend.fastest());
            for (Backend backend : Backend.all()) {
                if (backend.obstacle().isEmpty()) {
                    assertThat(SimulatedPlace.run(seed, backend).lines())
                            .as("program %s on %s", seed, backend.name())
                            .isEqualTo(expected.lines());
                }
            }
        }
    }
}
