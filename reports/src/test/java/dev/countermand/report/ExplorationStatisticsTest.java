package dev.countermand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorationStatisticsTest {

    /** Found by bisection on the binomial sum, in exact binomial coefficients. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3084971078187607",
        "1, 10, 0.0025285785444618125, 0.4450161170281953",
        "3, 1000, 0.0006190999316496026, 0.008742023238478336",
        "5, 5, 0.4781762498950183, 1",
        "0, 1, 0, 0.975",
        "10, 100, 0.04900468922148587, 0.1762225977400226"
    })
    void theBoundsAreThoseOfClopperAndPearson(
            long failures, long runs, double lower, double upper) {
        ExplorationStatistics.Bounds bounds =
                new ExplorationStatistics(runs, failures, 1).failureBounds();
        assertThat(bounds.lower()).isCloseTo(lower, within(1e-11));
        assertThat(bounds.upper()).isCloseTo(upper, within(1e-11));
    }

    /** The definition: at each bound, what was seen is at the edge of the unlikely 2.5 %. */
    @Property(tries = 200, seed = "20261122")
    void atEachBoundTheOutcomeIsJustUnlikelyEnough(
            @ForAll @IntRange(min = 1, max = 2000) int runs, @ForAll @IntRange int which) {
        int failures = Math.floorMod(which, runs + 1);
        ExplorationStatistics.Bounds bounds =
                new ExplorationStatistics(runs, failures, 1).failureBounds();
        if (failures > 0) {
            double atLeast = 1 - new BinomialDistribution(null, runs, bounds.lower())
                    .cumulativeProbability(failures - 1);
            assertThat(atLeast).isCloseTo(0.025, within(1e-6));
        }
        if (failures < runs) {
            double atMost = new BinomialDistribution(null, runs, bounds.upper())
                    .cumulativeProbability(failures);
            assertThat(atMost).isCloseTo(0.025, within(1e-6));
        }
    }

    @Test
    void theTextTellsTheRateAndItsBounds() {
        assertThat(new ExplorationStatistics(1000, 3, 50).text())
                .isEqualTo("3 of 1000 runs failed: 0.3 % (95 %: 0.062 % to 0.87 %)");
        assertThat(new ExplorationStatistics(1, 1, 50).text())
                .isEqualTo("1 of 1 run failed: 100 % (95 %: 2.5 % to 100 %)");
        assertThat(new ExplorationStatistics(0, 0, 0).text()).isEqualTo("0 of 0 runs failed");
    }

    @Test
    void aProgramWithoutChoicesIsSaidToBeUnableToFailByOrder() {
        assertThat(new ExplorationStatistics(100, 0, 0).warning().orElseThrow())
                .startsWith("0 choice points: this cannot fail by order");
        assertThat(new ExplorationStatistics(0, 0, 0).warning().orElseThrow())
                .startsWith("0 runs");
        assertThat(new ExplorationStatistics(100, 0, 1).warning()).isEmpty();
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new ExplorationStatistics(1, 2, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExplorationStatistics(1, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300, seed = "20261122")
    void soManyGreenRunsAreNeededAndNoneFewer(
            @ForAll @IntRange(min = 1, max = 1_000_000) int one,
            @ForAll @IntRange(min = 1, max = 1_000_000) int other) {
        double rate = (double) Math.min(one, other) / Math.max(one, other);
        long runs = ExplorationStatistics.greenRuns(rate);
        assertThat(Math.pow(1 - rate, runs)).isLessThanOrEqualTo(0.05);
        assertThat(Math.pow(1 - rate, runs - 1)).isGreaterThan(0.05);
    }
}
