package org.example.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the latest price of each product, as updates come in. */
public class Prices {
    /** An update: each has a higher version than those before it. */
    public record Update(String product, int version) {}

    private final Map<String, Integer> latest = new ConcurrentHashMap<>();
    private final Function<Update, Mono<Update>> enrich;

    /**
     * Creates an empty list.
     *
     * @param enrich asks another service about an update; takes its time
     */
    public Prices(Function<Update, Mono<Update>> enrich) {
        this.enrich = enrich;
    }

    /** Enriches the updates and stores them; ends when they have ended. */
    public Mono<Void> follow(Flux<Update> updates) {
        return enriched(updates)
                .doOnNext(update -> latest.put(update.product(), update.version()))
                .then();
    }

    /** The updates with what the other service says. */
    protected Flux<Update> enriched(Flux<Update> updates) {
        return updates.flatMap(enrich);
    }

    /** Asks the other service. */
    protected Function<Update, Mono<Update>> enrich() {
        return enrich;
    }

    /** The version that is stored of a product, 0 for none. */
    public int version(String product) {
        return latest.getOrDefault(product, 0);
    }
}
