package dev.countermand.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kotlin.Unit;

/** A permit that is lost when the time limit around its acquisition passes just then. */
class PermitSample {
    private static void noPermitIsLost(Sim sim, Explore explore, boolean safely)
            throws InterruptedException, ExecutionException {
        long hold = explore.choose("the first user takes", 20L, 98L);
        Permits permits = new Permits();
        CompletableFuture<Unit> ended = sim.newFuture();
        permits.twoUsers(SimDispatcher.of(sim), hold, safely)
                .whenComplete((unit, error) -> ended.complete(unit));
        ended.get();
        assertThat(permits.free()).as("free permits").isEqualTo(1);
        assertThat(sim.loop().nanos()).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    @Interleave
    void noPermitIsLostAtTheTimeLimit(Sim sim, Explore explore) throws Exception {
        noPermitIsLost(sim, explore, false);
    }

    @Interleave(schedules = 300)
    void noPermitIsLostWhenTakingItIsNotedAtOnce(Sim sim, Explore explore) throws Exception {
        noPermitIsLost(sim, explore, true);
    }
}
