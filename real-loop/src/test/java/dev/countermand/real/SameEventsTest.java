package dev.countermand.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.direct.Backend;
import dev.countermand.real.kit.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same programs, made up by chance, on a virtual and on a real clock. */
class SameEventsTest {
    private static final int PROGRAMS = 200;
    private static final int AT_A_TIME = 8;

    @Test
    void twoHundredProgramsDoTheSameOnAVirtualAndOnARealClock() throws Exception {
        List<Comparison> compared = compareAll();
        assertThat(compared.stream().map(Comparison::difference).flatMap(Optional::stream))
                .isEmpty();
        assertThat(compared.stream().filter(each -> each.real().size() > 60).count())
                .as("programs in which much happens").isGreaterThan(PROGRAMS / 2);
        Map<String, Long> seen = new LinkedHashMap<>();
        for (String kind : List.of("TimeoutError", "ExceptionGroup", "KeyboardInterrupt",
                "is cancelled by", "timer ", "too late", "JOB gives", "cleans up",
                "another one", "is given", "Exception in callback", "CancelledError(by a step)")) {
            seen.put(kind, compared.stream().filter(comparison ->
                    comparison.real().stream().anyMatch(line -> line.contains(kind))).count());
        }
        assertThat(seen).as("programs in which it happens")
                .allSatisfy((kind, times) -> assertThat(times).isPositive());
    }

    private static List<Comparison> compareAll() throws Exception {
        List<Backend> backends = Backend.all().stream()
                .filter(backend -> backend.obstacle().isEmpty()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<Comparison>> running = new ArrayList<>();
            for (int i = 0; i < PROGRAMS; i++) {
                long seed = i;
                Backend backend = backends.get(i % backends.size());
                running.add(threads.submit(() -> Comparison.of(seed, backend)));
            }
            List<Comparison> compared = new ArrayList<>();
            for (Future<Comparison> each : running) {
                compared.add(each.get());
            }
            return compared;
        } finally {
            threads.shutdownNow();
        }
    }
}
