package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.BlockingCall;
import dev.countermand.loop.run.Runner;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void whereThreadsCannotWaitInTheJdkTheyAreToldWhereTheyCan() {
        Backend platform = Backend.all().get(Backend.all().size() - 1);
        Simulation world = new Simulation();
        world.setBodyStyle(new DirectStyle(world, platform));
        assertThatThrownBy(() -> Runner.run(world, DirectStyle.thread("main", () -> {
            new CountDownLatch(1).await();
            return null;
        }))).isInstanceOfSatisfying(BlockingCall.class, verdict -> {
            assertThat(verdict.call()).isEqualTo("java.util.concurrent.CountDownLatch.await");
            assertThat(verdict.where()).startsWith("BackendsTest.java:");
            assertThat(verdict.remedy())
                    .contains("on the backend mounted only", "wait for a future of Sim");
        });
    }
}
