package dev.countermand.cli.explore;

import dev.countermand.loop.schedule.Strategy;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;

/** Runs a scenario again and again, with other schedules, until one violates something. */
public final class Exploration {
    private final PreparedScenario prepared;
    private final Strategy strategy;
    private final RunOptions options;

    /**
     * Creates a search.
     *
     * @param strategy what decides the choices; it is asked for a scheduler once a run
     */
    public Exploration(PreparedScenario prepared, Strategy strategy, RunOptions options) {
        this.prepared = prepared;
        this.strategy = strategy;
        this.options = options;
    }

    /** Hears of every run of a search. */
    @FunctionalInterface
    public interface Observer {
        /**
         * A run is over.
         *
         * @param runs how many runs there were, this one among them
         * @param seed this run's own seed
         * @param result what came of it
         */
        void ran(long runs, long seed, ScenarioResult result);
    }

    /** How a search ended. */
    public sealed interface Outcome {
        /** How many runs there were. */
        long runs();

        /** No run violated anything. */
        record Clean(long runs) implements Outcome {}

        /**
         * The last run violated something.
         *
         * @param seed that run's own seed
         * @param result what came of it
         */
        record Found(long runs, long seed, ScenarioResult result) implements Outcome {}
    }

    /**
     * Searches.
     *
     * @param limit how many runs to make at most
     * @param seed the base seed, from which each run's own is derived
     */
    public Outcome search(long limit, long seed, Observer observer) {
        RunSeeds seeds = new RunSeeds(seed);
        for (long runs = 1; runs <= limit; runs++) {
            long own = seeds.next();
            ScenarioResult result = ScenarioRun.run(prepared, strategy.scheduler(own), options);
            observer.ran(runs, own, result);
            if (!result.isClean()) {
                return new Outcome.Found(runs, own, result);
            }
        }
        return new Outcome.Clean(limit);
    }
}
