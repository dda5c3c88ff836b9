package dev.countermand.explore.kit;

import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that only make steps, and a strategy that says in which order. */
public final class Interleaving {
    private Interleaving() {}

    /**
     * One run.
     *
     * @param steps how many steps each task makes
     * @return who made each step, as digits from 1
     */
    public static String of(Strategy strategy, long seed, int... steps) {
        var scheduler = strategy.scheduler(seed);
        int[] left = steps.clone();
        StringBuilder made = new StringBuilder();
        while (true) {
            List<Long> ready = new ArrayList<>();
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0) {
                    ready.add(i + 1L);
                }
            }
            if (ready.isEmpty()) {
                strategy.runEnded(Arrays.stream(steps).sum());
                return made.toString();
            }
            int pick = ready.size() == 1 ? 0
                    : scheduler.choose(ChoiceKind.READY, Moment.ofTasks(ready), ready.size());
            int task = ready.get(pick).intValue();
            left[task - 1]--;
            made.append(task);
        }
    }

    /** How often each interleaving came in so many runs with ascending seeds. */
    public static Map<String, Integer> counts(Strategy strategy, int runs, int... steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int seed = 0; seed < runs; seed++) {
            counts.merge(of(strategy, seed, steps), 1, Integer::sum);
        }
        return counts;
    }
}
