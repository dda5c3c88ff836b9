package dev.countermand.scenario.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.loop.schedule.OrderMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs whose numbers of classes are known. */
class KnownClassesTest {
    private static ExhaustiveResult explore(String scenario) {
        return Exhaustive.explore(
                new ReducedScenario(scenario, OrderMode.ADVERSARIAL), ExhaustiveLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readersHaveTwoToTheNClassesAndOneRunForEach(int n) {
        long classes = 1L << n;
        assertThat(explore(KnownPrograms.readers(n)))
                .isEqualTo(new ExhaustiveResult.AllClasses(classes, classes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void yieldsThatTouchNothingMakeNoClasses(int n) {
        long classes = 1L << n;
        assertThat(explore(KnownPrograms.readersThatYield(n)))
                .isEqualTo(new ExhaustiveResult.AllClasses(classes, classes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lastZeroHasTheClassesOfTheFormulaAndOneRunForEach(int n) {
        long classes = n == 1 ? 2 : (n + 3L) << (n - 2);
        assertThat(explore(KnownPrograms.lastZero(n)))
                .isEqualTo(new ExhaustiveResult.AllClasses(classes, classes));
    }
}
