package dev.countermand.scenario.reduction;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** Makes every run of a program there is, one for each sequence of answers. */
final class PlainSearch {
    private final List<Integer> picks = new ArrayList<>();
    private final List<Integer> bounds = new ArrayList<>();

    /** Whether all runs were made; false if there are more than the limit. */
    boolean makesAllRunsOf(ReducedScenario program, int limit) {
        for (int runs = 0; runs < limit; runs++) {
            program.run(new Walk());
            if (!nextPath()) {
                return true;
            }
        }
        return false;
    }

    private boolean nextPath() {
        for (int last = picks.size() - 1; last >= 0; last--) {
            if (picks.get(last) + 1 < bounds.get(last)) {
                picks.set(last, picks.get(last) + 1);
                return true;
            }
            picks.remove(last);
            bounds.remove(last);
        }
        return false;
    }

    private final class Walk implements Scheduler {
        private int at;

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            if (at == picks.size()) {
                picks.add(0);
                bounds.add(bound);
            }
            return picks.get(at++);
        }
    }
}
