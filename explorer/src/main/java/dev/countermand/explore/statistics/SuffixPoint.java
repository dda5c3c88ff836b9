package dev.countermand.explore.statistics;

import dev.countermand.report.ExplorationStatistics;
import java.util.List;
import java.util.OptionalInt;

/**
 * How often a run fails that makes its first choices as the failing one did, and all others at
 * random.
 *
 * @param choices how many choices are made as the failing run made them
 * @param statistics how many such runs were made, and how many of them failed in the same way
 */
public record SuffixPoint(int choices, ExplorationStatistics statistics) {
    /**
     * The point at which the probability of failing rises most over the one before, if that is more
     * than chance explains: their 95 % intervals do not meet. It is the choice between the two that
     * makes the failure likely. Empty if there is none.
     *
     * @param points in the order of their choices
     */
    public static OptionalInt culprit(List<SuffixPoint> points) {
        int culprit = -1;
        double highest = 0;
        for (int i = 1; i < points.size(); i++) {
            ExplorationStatistics before = points.get(i - 1).statistics();
            ExplorationStatistics after = points.get(i).statistics();
            double rise = after.failureRate() - before.failureRate();
            boolean beyondChance =
                    after.failureBounds().lower() > before.failureBounds().upper();
            if (beyondChance && rise > highest) {
                highest = rise;
                culprit = i;
            }
        }
        return culprit < 0 ? OptionalInt.empty() : OptionalInt.of(culprit);
    }
}
