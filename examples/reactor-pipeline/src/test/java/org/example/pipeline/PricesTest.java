package org.example.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.reactor.SimScheduler;
import java.time.Duration;
import org.example.pipeline.Prices.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

class PricesTest {
    @Interleave
    void theLatestPriceWins(Sim sim, Explore explore) {
        Scheduler scheduler = SimScheduler.of(sim);
        Prices prices = new Prices(update -> Mono.just(update).delayElement(
                explore.choose("asking about version " + update.version() + " takes",
                        Duration.ofMillis(20), Duration.ofMillis(45)), scheduler));
        Flux<Update> updates = Flux.range(1, 3)
                .map(version -> new Update("tea", version))
                .delayElements(Duration.ofMillis(10), scheduler);
        SimScheduler.await(sim, prices.follow(updates));
        assertThat(prices.version("tea")).isEqualTo(3);
    }
}
