package dev.countermand.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A client that fetches a token when it has none: twice, if two requests come close together. */
class TokenSample {
    /** Fetches the token for each subscriber that finds none. */
    static class Tokens {
        private final Scheduler scheduler;
        private @Nullable String token;
        int fetched;

        Tokens(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        Mono<String> token() {
            return Mono.defer(() -> token != null ? Mono.just(token) : fetch());
        }

        Mono<String> fetch() {
            return Mono.delay(Duration.ofMillis(50), scheduler).map(tick -> {
                token = "token-" + ++fetched;
                return token;
            });
        }
    }

    /** Shares one fetch among those who wait for it. */
    static class SharedTokens extends Tokens {
        private final Mono<String> shared;

        SharedTokens(Scheduler scheduler) {
            super(scheduler);
            shared = fetch().cache();
        }

        @Override
        Mono<String> token() {
            return shared;
        }
    }

    private static void twoRequests(Sim sim, Explore explore, Scheduler scheduler, Tokens tokens) {
        Duration later = explore.choose("the second request comes after",
                Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(20));
        Mono<List<String>> both = Flux.merge(
                tokens.token(),
                Mono.delay(later, scheduler).then(Mono.defer(tokens::token))).collectList();
        SimScheduler.await(sim, both);
        assertThat(tokens.fetched).as("tokens fetched").isEqualTo(1);
    }

    @Interleave
    void oneTokenIsFetched(Sim sim, Explore explore) {
        Scheduler scheduler = SimScheduler.of(sim);
        twoRequests(sim, explore, scheduler, new Tokens(scheduler));
    }

    @Interleave(schedules = 300)
    void oneTokenIsFetchedWhenTheFetchIsShared(Sim sim, Explore explore) {
        Scheduler scheduler = SimScheduler.of(sim);
        twoRequests(sim, explore, scheduler, new SharedTokens(scheduler));
    }

    @Interleave(schedules = 50)
    void reactorsOwnSchedulersCanBeReplaced(Sim sim) throws Exception {
        try (AutoCloseable own = SimScheduler.install(sim)) {
            Long elapsed = SimScheduler.await(sim, Mono.delay(Duration.ofHours(3))
                    .map(tick -> sim.loop().nanos()));
            assertThat(elapsed).isEqualTo(Duration.ofHours(3).toNanos());
            assertThat(SimScheduler.await(sim, Flux.interval(Duration.ofMinutes(1)).take(3)
                    .collectList())).containsExactly(0L, 1L, 2L);
        }
    }
}
