package dev.countermand.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchFacts;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStrategy;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SurveyTest {
    /** Five choices of three; fails one way for a low sum and another way for a high one. */
    private static final Program PROGRAM = new ToyProgram(choices -> {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x" + i), 3);
        }
        return sum == 1 ? "low" : sum > 8 ? "high " + sum : null;
    });

    @Provide
    private Arbitrary<SearchPlan> plans() {
        return Arbitraries.of(Strategies.names())
                .map(name -> Objects.requireNonNull(Strategies.byName(name)));
    }

    private static Survey survey(SearchPlan plan, long runs, long seed, int workers) {
        return Survey.ofAll(PROGRAM, plan,
                new SearchLimits(runs, seed, workers, () -> false), made -> {});
    }

    @Property(tries = 60, seed = "20261122")
    void theSameForAnyNumberOfWorkers(@ForAll("plans") SearchPlan plan,
            @ForAll @IntRange(min = 1, max = 600) int runs, @ForAll @IntRange(max = 99) int seed) {
        Survey one = survey(plan, runs, seed, 1);
        Survey four = survey(plan, runs, seed, 4);
        assertThat(four.facts()).isEqualTo(one.facts());
        assertThat(four.failures()).isEqualTo(one.failures());
        assertThat(four.curve()).isEqualTo(one.curve());
        assertThat(four.shares()).extracting(StrategyShare::firstSeen)
                .isEqualTo(one.shares().stream().map(StrategyShare::firstSeen).toList());
    }

    @Property(tries = 60, seed = "20261122")
    void itsFirstFailureIsTheOneThatASearchEndsWith(
            @ForAll("plans") SearchPlan plan, @ForAll @IntRange(max = 99) int seed) {
        Survey survey = survey(plan, 600, seed, 1);
        SearchResult search =
                new Search(PROGRAM, plan, SearchLimits.of(600, seed)).run(made -> {});
        if (search.found() == null) {
            assertThat(survey.failures()).isEmpty();
        } else {
            FailureCount first = survey.failures().get(0);
            assertThat(survey.runsUpTo(first.first())).isEqualTo(search.found().number());
            assertThat(first.key()).isEqualTo(search.found().outcome().failureKey());
        }
    }

    @Property(tries = 60, seed = "20261122")
    void theSharesOfTheStrategiesAddUpToTheWhole(@ForAll("plans") SearchPlan plan,
            @ForAll @IntRange(min = 1, max = 600) int runs) {
        Survey survey = survey(plan, runs, 1, 1);
        List<StrategyShare> shares = survey.shares();
        assertThat(shares.stream().map(StrategyShare::facts)
                .reduce(SearchFacts.NONE, SearchFacts::plus)).isEqualTo(survey.facts());
        assertThat(shares.stream().mapToLong(StrategyShare::firstSeen).sum())
                .isEqualTo(survey.orders().distinct());
        assertThat(shares.stream().mapToLong(StrategyShare::failed).sum())
                .isEqualTo(survey.failures().stream().mapToLong(FailureCount::failed).sum());
    }

    @Property(tries = 60, seed = "20261122")
    void theCurveRisesFromTheFirstRunToAllRunsAndAllOrders(@ForAll("plans") SearchPlan plan,
            @ForAll @IntRange(min = 1, max = 600) int runs) {
        Survey survey = survey(plan, runs, 1, 1);
        List<Survey.Point> curve = survey.curve();
        assertThat(curve.get(0)).satisfies(point -> {
            assertThat(point.runs()).isEqualTo(1);
            assertThat(point.distinct()).isEqualTo(1);
        });
        assertThat(curve.get(curve.size() - 1)).isEqualTo(
                new Survey.Point(survey.facts().runs(), survey.orders().distinct(),
                        survey.failures().stream().mapToLong(FailureCount::failed).sum()));
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).runs()).isGreaterThan(curve.get(i - 1).runs());
            assertThat(curve.get(i).distinct() - curve.get(i - 1).distinct())
                    .isBetween(0L, curve.get(i).runs() - curve.get(i - 1).runs());
        }
    }

    @Test
    void everyWayToFailIsCountedByItself() {
        Survey survey = survey(SearchPlan.sharded(RandomStrategy::new), 5_000, 0, 2);
        assertThat(survey.failures()).extracting(count -> count.key().shape())
                .containsExactlyInAnyOrder("low", "high #");
        // Of the 243 orders 5 have the sum 1, and 5 + 1 the sums 9 and 10.
        assertThat(survey.failures()).allSatisfy(count ->
                assertThat(count.failed()).isBetween(60L, 180L));
        assertThat(survey.orders().distinct()).isEqualTo(243);
        assertThat(survey.difference()).isEmpty();
    }
}
