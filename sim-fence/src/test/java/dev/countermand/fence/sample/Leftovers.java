package dev.countermand.fence.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Leaves something behind in static fields. */
public final class Leftovers {
    private static final Map<String, String> CACHE = new HashMap<>();
    private static final List<String> NEVER_TOUCHED = new ArrayList<>(List.of("a"));
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Registry REGISTRY = new Registry();
    private static int calls;

    private Leftovers() {}

    /** An object of the code under test that a static field holds. */
    private static final class Registry {
        private final List<String> names = new ArrayList<>();
    }

    /** Keeps what it was asked once. */
    public static String cached(String key) {
        return CACHE.computeIfAbsent(key, it -> it + NEVER_TOUCHED.get(0));
    }

    /** Counts in a field of its own. */
    public static int count() {
        calls++; // fence: writes the static field calls
        return calls;
    }

    /** Counts in an object. */
    public static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** Adds to an object of its own class. */
    public static void register(String name) {
        REGISTRY.names.add(name);
    }

    /** Starts a thread and keeps it. */
    public static ExecutorService pool() {
        ExecutorService pool = Executors
                .newSingleThreadExecutor(); // fence: calls Executors.newSingleThreadExecutor
        pool.execute(() -> {});
        return pool;
    }
}
