package dev.countermand.cli.option;

import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.strategy.Strategies;
import picocli.CommandLine.Option;

/** The options that say how long a search goes on, and on how many threads. */
public final class SearchFlags {
    /** How many runs a search without any limit makes. */
    private static final long DEFAULT_RUNS = 10_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "How many runs to make at most (default: 10000; without limit if there is"
                    + " a budget).")
    private long runs;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Budget.class,
            description = "How long to search at most, such as 20s, 5m or 1h.")
    private double budgetSeconds = Double.POSITIVE_INFINITY;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedNumber.class,
            defaultValue = "0",
            description = "The base seed, from which each run's own is derived"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = PlanName.class,
            description = "How to search: portfolio (default), which mixes the others, or one of"
                    + " them alone; see docs/strategies.md.")
    private SearchPlan plan = Strategies.portfolio();

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "How many threads search; the finding is the same for any number"
                    + " (default: the number of processors).")
    private long workers;

    /** How many runs to make at most. */
    public long runs() {
        if (runs > 0) {
            return runs;
        }
        return hasBudget() ? Long.MAX_VALUE : DEFAULT_RUNS;
    }

    /** Whether the search is limited in real time. */
    public boolean hasBudget() {
        return budgetSeconds != Double.POSITIVE_INFINITY;
    }

    /** How long to search at most; infinity without a budget. */
    public double budgetSeconds() {
        return budgetSeconds;
    }

    /** Which strategy decides which run. */
    public SearchPlan plan() {
        return plan;
    }

    /** The base seed. */
    public long seed() {
        return seed;
    }

    /** How many threads search. */
    public int workers() {
        return workers > 0
                ? (int) Math.min(workers, 1_000)
                : Runtime.getRuntime().availableProcessors();
    }
}
