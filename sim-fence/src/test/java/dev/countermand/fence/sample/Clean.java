package dev.countermand.fence.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Does all that the others do, and takes what it needs: there is nothing to name. */
public final class Clean {
    private static final List<String> DEFAULTS = List.of("a", "b");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Instant> seen = new HashMap<>();
    private final Clock clock;
    private final Executor executor;
    private final RandomGenerator random;

    /** Takes what it needs. */
    public Clean(Clock clock, Executor executor, RandomGenerator random) {
        this.clock = clock;
        this.executor = executor;
        this.random = random;
    }

    /** Has a start of its own that is no thread's. */
    public void start() {
        seen.put("start", clock.instant().plus(PATIENCE));
    }

    /** Works. */
    public CompletableFuture<List<String>> work(ScheduledExecutorService timers) {
        start();
        timers.schedule(this::start, random.nextInt(5), TimeUnit.SECONDS);
        List<String> names = new ArrayList<>();
        names.addAll(DEFAULTS);
        names.sort(Comparator.naturalOrder());
        Map<TimeUnit, String> units = new EnumMap<>(TimeUnit.class);
        units.put(TimeUnit.DAYS, names.get(0));
        return CompletableFuture.supplyAsync(() -> new TreeSet<>(names), executor)
                .thenApplyAsync(set -> List.copyOf(set), executor)
                .thenApply(list -> list.subList(0, units.size()));
    }
}
