package dev.countermand.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.countermand.explore.Program;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final SearchPlan MIXED = new SearchPlan("mixed", List.of(
            new SearchPlan.LaneShare(RandomStrategy::new, 3),
            new SearchPlan.LaneShare(FifoStrategy::new, 1),
            new SearchPlan.LaneShare(RandomStrategy::new, 2)));

    /** Fails when the first two of its choices are both the given pick: once in 400 runs. */
    private static Program rare(int pick) {
        return new ToyProgram(choices ->
                draw(choices) == pick & draw(choices) == pick ? "both" : null);
    }

    private static int draw(Choices choices) {
        return choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 20);
    }

    private static SearchResult search(Program program, SearchPlan plan, SearchLimits limits) {
        return new Search(program, plan, limits).run(runs -> {});
    }

    private static SearchLimits limits(long runs, long seed, int workers) {
        return new SearchLimits(runs, seed, workers, () -> false);
    }

    @Property(tries = 60, seed = "20261122")
    void theFindingIsTheSameForAnyNumberOfWorkers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 19) int pick) {
        SearchResult alone = search(rare(pick), MIXED, limits(20_000, seed, 1));
        assertThat(alone.ending()).isEqualTo(SearchResult.Ending.FOUND);
        for (int workers = 2; workers <= 5; workers++) {
            SearchResult shared = search(rare(pick), MIXED, limits(20_000, seed, workers));
            assertThat(shared).isEqualTo(alone);
        }
    }

    @Property(tries = 60, seed = "20261122")
    void exactlyAsManyRunsAreMadeAsAllowed(
            @ForAll @LongRange(min = 1, max = 3_000) long runs,
            @ForAll @IntRange(min = 1, max = 3) int workers) {
        AtomicLong made = new AtomicLong();
        Program counting = new ToyProgram(choices -> {
            made.incrementAndGet();
            draw(choices);
            return null;
        });
        SearchResult result = search(counting, MIXED, limits(runs, 1, workers));
        assertThat(result.ending()).isEqualTo(SearchResult.Ending.LIMIT);
        assertThat(result.facts()).isEqualTo(new SearchFacts(runs, runs, runs));
        assertThat(made).hasValue(runs);
    }

    @Property(tries = 40, seed = "20261122")
    void theFoundScheduleFailsAgain(@ForAll long seed) {
        Program program = rare(7);
        SearchResult.FoundRun found = search(program, MIXED, limits(20_000, seed, 1)).found();
        assertThat(found.schedule()).hasToString("0:7,1:7");
        assertThat(program.run(found.schedule().scheduler())).isEqualTo(found.outcome());
    }

    @Test
    void theNumberOfTheFindingCountsTheRunsUpToIt() {
        AtomicLong made = new AtomicLong();
        Program third = new ToyProgram(
                choices -> made.incrementAndGet() == 3 ? "third" : null);
        SearchResult result = search(third, MIXED, limits(100, 1, 1));
        assertThat(result.found().number()).isEqualTo(3);
        assertThat(made).hasValue(3);
    }

    @Test
    void theLanesShareTheRunsByTheirWeights() {
        assertThat(MIXED.roundLength()).isEqualTo(6);
        assertThat(MIXED.placesOf(0)).hasSize(3);
        assertThat(MIXED.placesOf(1)).hasSize(1);
        assertThat(MIXED.placesOf(2)).hasSize(2);
    }

    /** Tries a fixed number of schedules and has none left then. */
    private static final class Few implements Strategy {
        private int left = 5;

        @Override
        public String name() {
            return "few";
        }

        @Override
        public Scheduler scheduler(long seed) {
            left--;
            return (kind, about, bound) -> 0;
        }

        @Override
        public boolean isExhausted() {
            return left == 0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSearchEndsWhenNoStrategyHasAnythingLeft(int workers) {
        SearchPlan plan = new SearchPlan("few", List.of(
                new SearchPlan.LaneShare(Few::new, 1), new SearchPlan.LaneShare(Few::new, 2)));
        SearchResult result = search(new ToyProgram(choices -> null), plan,
                limits(1_000, 1, workers));
        assertThat(result.ending()).isEqualTo(SearchResult.Ending.EXHAUSTED);
        assertThat(result.facts().runs()).isEqualTo(10);
    }

    @Test
    void aLaneThatIsExhaustedLeavesItsRunsToTheOthers() {
        SearchPlan plan = new SearchPlan("half", List.of(
                new SearchPlan.LaneShare(Few::new, 1),
                new SearchPlan.LaneShare(RandomStrategy::new, 1)));
        SearchResult result = search(new ToyProgram(choices -> null), plan, limits(1_000, 1, 1));
        assertThat(result.ending()).isEqualTo(SearchResult.Ending.LIMIT);
        assertThat(result.facts().runs()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSearchThatIsToldToStopSaysWhatIsKnown(int workers) {
        AtomicLong made = new AtomicLong();
        Program counting = new ToyProgram(choices -> {
            made.incrementAndGet();
            return null;
        });
        SearchResult result = search(counting, MIXED,
                new SearchLimits(1_000_000, 1, workers, () -> made.get() >= 500));
        assertThat(result.ending()).isEqualTo(SearchResult.Ending.STOPPED);
        assertThat(result.facts().runs()).isEqualTo(made.get()).isBetween(500L, 500L + workers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatGoesWrongInARunReachesTheCaller(int workers) {
        Program broken = new ToyProgram(choices -> {
            throw new IllegalStateException("broken");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> search(broken, MIXED, limits(100, 1, workers)))
                .withMessage("broken");
    }
}
