package dev.countermand.explore.search;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The runs that one strategy decides, one after the other; used by one thread at a time.
 *
 * <p>Seeds are numbers from 0 to 2^53 - 1, as more would be rounded by readers of JSON that keep
 * numbers as doubles.
 */
final class Lane {
    private static final int UNUSED_BITS = Long.SIZE - 53;

    private final Program program;
    private final Strategy strategy;
    private final RandomStream seeds;
    private final PickRecorder picks = new PickRecorder((kind, about, bound) -> 0);
    private final RunListener listener;

    private final BlockOfRuns block = new BlockOfRuns();
    private SearchResult.@Nullable FoundRun failure;
    private long failureNumber = Long.MAX_VALUE;

    Lane(Program program, Strategy strategy, RandomStream seeds, RunListener listener) {
        this.program = program;
        this.strategy = strategy;
        this.seeds = seeds;
        this.listener = listener;
    }

    boolean isExhausted() {
        return strategy.isExhausted();
    }

    /** Makes one run. */
    void run(long number) {
        long seed = seeds.nextLong() >>> UNUSED_BITS;
        Scheduler scheduler = strategy.scheduler(seed);
        RunOutcome outcome = program.run(picks.restart(scheduler));
        strategy.runEnded(outcome.steps());
        listener.ran(number, picks, outcome);
        block.add(number, outcome.choicePoints(), outcome.steps());
        if (!outcome.isClean() && failure == null) {
            failureNumber = number;
            failure = new SearchResult.FoundRun(number, new RunOrigin(seed, strategy.name()),
                    picks.schedule(), outcome);
        }
    }

    /** Ends a block of rounds; gives what its runs up to a number were like. */
    SearchFacts endBlock(long lastNumber) {
        SearchFacts counted = block.takeUpTo(lastNumber);
        listener.blockEnded(lastNumber, counted);
        return counted;
    }

    long failureNumber() {
        return failureNumber;
    }

    SearchResult.@Nullable FoundRun failure() {
        return failure;
    }
}
