package org.example.pipeline;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prices that keep the order of the updates, and still ask side by side. */
public final class RepairedPrices extends Prices {
    /** Creates an empty list. */
    public RepairedPrices(Function<Update, Mono<Update>> enrich) {
        super(enrich);
    }

    @Override
    protected Flux<Update> enriched(Flux<Update> updates) {
        return updates.flatMapSequential(enrich());
    }
}
