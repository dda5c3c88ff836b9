package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countermand.explore.kit.Interleaving;
import dev.countermand.explore.kit.Moment;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Standing;
import org.junit.jupiter.api.Test;

class PosStrategyTest {
    private static final int RUNS = 20_000;

    /** An even walk over the tasks would need 2^7 runs for it, this one needs 8. */
    @Test
    void aSingleStepComesLastAsOftenAsAnywhereElse() {
        int last = Interleaving.counts(new PosStrategy(), RUNS, 1, 7).get("22222221");
        assertThat(last / (double) RUNS).isCloseTo(1.0 / 8, within(0.012));
    }

    @Test
    void aCancelLandsBeforeTheNthStepMoreRarelyTheLaterThatIs() {
        int[] cancels = new int[8];
        for (int seed = 0; seed < RUNS; seed++) {
            Scheduler scheduler = new PosStrategy().scheduler(seed);
            for (int moment = 1; moment <= 8; moment++) {
                Moment cancel = Moment.ofCancel(Standing.WAITING);
                if (scheduler.choose(ChoiceKind.CANCEL, cancel, 2) == 1) {
                    cancels[moment - 1]++;
                    break;
                }
            }
        }
        for (int j = 1; j <= 8; j++) {
            assertThat(cancels[j - 1] / (double) RUNS)
                    .isCloseTo(1.0 / (j * (j + 1)), within(0.02));
        }
    }
}
