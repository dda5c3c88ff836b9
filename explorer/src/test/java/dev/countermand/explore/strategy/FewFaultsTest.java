package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The strategies that depart a bounded number of times from asyncio's order. */
class FewFaultsTest {
    private static final ChoiceKind[] LIFE = {
        ChoiceKind.CANCEL, ChoiceKind.INTERRUPT, ChoiceKind.IDLE_CANCEL, ChoiceKind.CANCEL,
        ChoiceKind.TIMER_TIE, ChoiceKind.CANCEL, ChoiceKind.INTERRUPT, ChoiceKind.CANCEL,
    };

    private static String run(Strategy strategy, long seed) {
        Scheduler scheduler = strategy.scheduler(seed);
        StringBuilder picks = new StringBuilder();
        for (ChoiceKind kind : LIFE) {
            picks.append(scheduler.choose(kind, Alternatives.numbered("x"), 4));
        }
        strategy.runEnded(LIFE.length);
        return picks.toString();
    }

    @Test
    void delayBoundingDelaysAtMostSoOftenAndEverywhere() {
        DelayBoundedStrategy strategy = new DelayBoundedStrategy(2);
        Set<Integer> places = new LinkedHashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            String picks = run(strategy, seed);
            assertThat(picks.replace("0", "")).hasSizeLessThanOrEqualTo(2);
            assertThat(picks.charAt(4)).isBetween('0', '2');
            for (int i = 0; i < picks.length(); i++) {
                if (picks.charAt(i) != '0') {
                    places.add(i);
                }
            }
        }
        assertThat(places).hasSize(LIFE.length);
        assertThatIllegalArgumentException().isThrownBy(() -> new DelayBoundedStrategy(0));
    }

    @Test
    void secondOrderMakesUpToTwoFaultsOfEveryPairOfKinds() {
        SecondOrderStrategy strategy = new SecondOrderStrategy();
        Set<String> pairs = new LinkedHashSet<>();
        for (int seed = 0; seed < 2_000; seed++) {
            String picks = run(strategy, seed);
            StringBuilder kinds = new StringBuilder();
            for (int i = 0; i < LIFE.length; i++) {
                if (picks.charAt(i) != '0' && i != 4) {
                    kinds.append(LIFE[i] == ChoiceKind.INTERRUPT ? 'i' : 'c');
                }
            }
            pairs.add(kinds.toString());
        }
        assertThat(pairs).containsExactlyInAnyOrder("", "c", "i", "cc", "ci", "ic", "ii");
    }
}
