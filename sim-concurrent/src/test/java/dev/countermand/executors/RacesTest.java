package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the order of threads decides, and what the end of a run does to them. */
class RacesTest {
    private static final int SCHEDULES = 1000;

    /** Loads what it does not have, and takes a moment to do so. */
    private static final class Cache {
        private final Map<String, Integer> known = new LinkedHashMap<>();
        private final Sim sim;
        private int loads;

        Cache(Sim sim) {
            this.sim = sim;
        }

        int get(String key) throws Exception {
            Integer value = known.get(key);
            if (value == null) {
                value = sim.executor().submit(() -> ++loads).get();
                known.put(key, value);
            }
            return value;
        }
    }

    /** One thread asks a step after the other: it loads too only if it overtakes the first. */
    private static int loads(Scheduler scheduler) {
        return InSimulation.run(scheduler, sim -> {
            Cache cache = new Cache(sim);
            ExecutorService executor = sim.executor();
            Future<Integer> first = executor.submit(() -> cache.get("a"));
            Future<Integer> second = executor.submit(() -> {
                for (int i = 0; i < 3; i++) {
                    sim.executor().submit(() -> 0).get();
                }
                return cache.get("a");
            });
            first.get();
            second.get();
            return cache.loads;
        });
    }

    @Test
    void aCheckThatAnotherThreadOvertakesIsFoundInTheLegalOrder() {
        assertThat(loads((kind, about, bound) -> 0)).isEqualTo(1);
        int found = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            RandomStream random = new RandomStream(seed);
            found += loads((kind, about, bound) -> random.nextInt(bound)) > 1 ? 1 : 0;
        }
        assertThat(found).isBetween(1, SCHEDULES - 1);
    }

    @Test
    void noJobBeginsOnceTheProgramHasEnded() {
        List<String> log = new ArrayList<>();
        Sim[] over = new Sim[1];
        InSimulation.run(sim -> {
            over[0] = sim;
            ExecutorService executor = sim.executor(1);
            for (String name : List.of("first", "second", "third")) {
                executor.execute(() -> {
                    log.add(name);
                    nap(sim);
                    log.add(name + " ends");
                });
            }
            sim.scheduledExecutor().scheduleAtFixedRate(
                    () -> log.add("tick"), 1, 1, TimeUnit.SECONDS);
            sim.sleep(Duration.ofMillis(1500));
            return null;
        });
        assertThat(log).containsExactly("first", "tick");
        assertThat(over[0].loop().nanos()).isEqualTo(Duration.ofMillis(1500).toNanos());
    }

    private static void nap(Sim sim) {
        try {
            sim.sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aThreadFromOutsideIsRefusedByName() {
        assertThatThrownBy(() -> InSimulation.run(sim -> {
            ExecutorService executor = sim.executor();
            List<Throwable> refused = new ArrayList<>();
            Thread outsider = new Thread(() -> {
                try {
                    executor.execute(() -> {});
                } catch (RuntimeError error) {
                    refused.add(error);
                }
            }, "outsider");
            outsider.start();
            while (outsider.isAlive()) {
                Thread.onSpinWait();
            }
            throw (RuntimeError) refused.get(0);
        })).isInstanceOf(RuntimeError.class)
                .hasMessage("pool-1 is used by thread outsider, which is outside the simulation");
    }
}
