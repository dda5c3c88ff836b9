package dev.countermand.explore.strategy;

import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchPlan.LaneShare;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The plans that a search can follow, by name. */
public final class Strategies {
    /** The plan of a search that names none. */
    public static final String DEFAULT = "portfolio";

    /**
     * How many runs the aimed sweep makes in a row at the beginning of each round of the portfolio.
     */
    private static final int OPENING_RUNS = 8;

    private static final List<SearchPlan> ALL = List.of(
            portfolio(),
            SearchPlan.ofOne(Strategies::aimed),
            SearchPlan.ofOne(CancelSweepStrategy::new),
            SearchPlan.ofOne(Strategies::cancelSchedule),
            SearchPlan.sharded(SecondOrderStrategy::new),
            SearchPlan.sharded(RandomStrategy::new),
            SearchPlan.sharded(Strategies::pct),
            SearchPlan.sharded(PosStrategy::new),
            SearchPlan.sharded(Strategies::surw),
            SearchPlan.sharded(Strategies::delay),
            SearchPlan.ofOne(Strategies::dfs));

    private Strategies() {}

    /** The names, the default first. */
    public static List<String> names() {
        return ALL.stream().map(SearchPlan::name).toList();
    }

    /** The plan of a name, null if there is none. */
    public static @Nullable SearchPlan byName(String name) {
        for (SearchPlan plan : ALL) {
            if (plan.name().equals(name)) {
                return plan;
            }
        }
        return null;
    }

    /**
     * The default mix, tuned on the bugs of the scenario library as {@code docs/strategies.md}
     * tells. The aimed sweep finds most of them at once; the others are there for what it does not
     * aim at, and share the rest of the runs evenly.
     */
    public static SearchPlan portfolio() {
        return new SearchPlan(DEFAULT, List.of(
                lane(Strategies::aimed, 16),
                lane(() -> new AimedStrategy(AimedStrategy.Start.AT_RANDOM), 16),
                lane(RandomStrategy::new, 8),
                lane(SecondOrderStrategy::new, 8),
                lane(CancelSweepStrategy::new, 8),
                lane(Strategies::cancelSchedule, 8),
                lane(Strategies::pct, 8),
                lane(PosStrategy::new, 8),
                lane(Strategies::surw, 8),
                lane(Strategies::delay, 8)), OPENING_RUNS);
    }

    private static LaneShare lane(Supplier<Strategy> strategy, int weight) {
        return new LaneShare(strategy, weight);
    }

    private static Strategy aimed() {
        return new AimedStrategy(AimedStrategy.Start.AT_EXTREMES);
    }

    private static Strategy pct() {
        return new PctStrategy(PctStrategy.DEFAULT_DEPTH);
    }

    private static Strategy surw() {
        return new SurwStrategy(SurwStrategy.Selection.PAIRS);
    }

    private static Strategy delay() {
        return new DelayBoundedStrategy(DelayBoundedStrategy.DEFAULT_DELAYS);
    }

    private static Strategy cancelSchedule() {
        return new CancelScheduleStrategy(CancelScheduleStrategy.DEFAULT_DEPARTURES);
    }

    private static Strategy dfs() {
        return DfsStrategy.within(1, Integer.MAX_VALUE);
    }
}
