package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Random programs do the same on the simulated executors and on the JDK's. */
class RandomProgramsTest {
    private static final int PROGRAMS = 300;
    private static final int AT_A_TIME = 40;

    /**
     * How long a tick is on the real clock. A program whose threads were held up by the machine is
     * tried again more slowly; one that differs for another reason differs at every speed.
     */
    private static final List<Long> TICK_MILLIS = List.of(8L, 30L, 120L, 120L, 480L);

    @Test
    void threeHundredProgramsGiveTheEventsOfTheJdk()
            throws InterruptedException, ExecutionException {
        Map<Long, List<String>> simulated = new TreeMap<>();
        for (long seed = 1; simulated.size() < PROGRAMS; seed++) {
            SimulatedPlace place = SimulatedPlace.run(seed);
            if (place.isUnambiguous()) {
                simulated.put(seed, place.lines());
            }
        }
        ExecutorService together = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<Long, Future<List<String>>> compared = new TreeMap<>();
            simulated.forEach((seed, lines) ->
                    compared.put(seed, together.submit(() -> real(seed, lines))));
            List<String> differences = new ArrayList<>();
            for (Map.Entry<Long, Future<List<String>>> each : compared.entrySet()) {
                List<String> expected = simulated.get(each.getKey());
                List<String> real = each.getValue().get();
                if (!real.equals(expected)) {
                    differences.add(difference(each.getKey(), real, expected));
                }
            }
            assertThat(differences).isEmpty();
        } finally {
            together.shutdownNow();
        }
    }

    private static String difference(long seed, List<String> real, List<String> simulated) {
        int same = 0;
        while (same < Math.min(real.size(), simulated.size())
                && real.get(same).equals(simulated.get(same))) {
            same++;
        }
        return "seed " + seed + ": after\n  " + String.join("\n  ", real.subList(0, same))
                + "\nthe JDK has\n  " + String.join("\n  ", real.subList(same, real.size()))
                + "\nand the simulation\n  "
                + String.join("\n  ", simulated.subList(same, simulated.size())) + "\n";
    }

    /** What the JDK does: at the first speed at which it does the same, else at the slowest. */
    private static List<String> real(long seed, List<String> expected)
            throws InterruptedException {
        List<String> lines = List.of();
        for (long tickMillis : TICK_MILLIS) {
            lines = RealPlace.run(seed, tickMillis);
            if (lines.equals(expected)) {
                return lines;
            }
        }
        return lines;
    }
}
