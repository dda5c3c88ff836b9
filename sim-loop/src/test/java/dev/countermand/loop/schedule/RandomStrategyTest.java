package dev.countermand.loop.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RandomStrategyTest {
    private final RandomStrategy strategy = new RandomStrategy();

    private static List<Integer> draw(Scheduler scheduler, ChoiceKind kind, int times) {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            drawn.add(scheduler.choose(kind, Alternatives.numbered("label"), 1_000));
        }
        return drawn;
    }

    @Property(seed = "20261122")
    void drawingFromOneStreamDoesNotShiftTheOthers(
            @ForAll long seed,
            @ForAll ChoiceKind drawn,
            @ForAll @Size(10) List<@IntRange(max = 3) Integer> others) {
        List<Integer> alone = draw(strategy.scheduler(seed), drawn, others.size());
        Scheduler mixed = strategy.scheduler(seed);
        List<Integer> among = new ArrayList<>();
        for (int times : others) {
            for (ChoiceKind other : ChoiceKind.values()) {
                if (other.stream() != drawn.stream()) {
                    draw(mixed, other, times);
                }
            }
            among.addAll(draw(mixed, drawn, 1));
        }
        assertThat(among).isEqualTo(alone);
    }

    @Property(seed = "20261122")
    void theLabelHasNoInfluence(@ForAll long seed, @ForAll String label, @ForAll ChoiceKind kind) {
        assertThat(strategy.scheduler(seed).choose(kind, Alternatives.numbered(label), 1_000))
                .isEqualTo(strategy.scheduler(seed)
                        .choose(kind, Alternatives.numbered("other"), 1_000));
    }

    @Property(seed = "20261122")
    void anAnswerLiesBelowItsBound(
            @ForAll long seed, @ForAll ChoiceKind kind, @ForAll @IntRange(min = 2) int bound) {
        Scheduler scheduler = strategy.scheduler(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(scheduler.choose(kind, Alternatives.numbered("label"), bound))
                    .isBetween(0, bound - 1);
        }
    }

    @Test
    void threeRunsInFourInjectFaultsAtRatesFromAQuarterToOneIn32() {
        int draws = 4_096;
        int runs = 800;
        int usual = 0;
        int rare = 0;
        for (long seed = 0; seed < runs; seed++) {
            long faults = draw(strategy.scheduler(seed), ChoiceKind.CANCEL, draws).stream()
                    .filter(answer -> answer != 0)
                    .count();
            usual += faults * 45 > draws && faults * 3 < draws ? 1 : 0;
            rare += faults * 100 < draws ? 1 : 0;
        }
        assertThat(usual).isBetween(560, 640);
        assertThat(rare).isBetween(60, 140);
    }

    @Property(seed = "20261122")
    void fifoAlwaysAnswersZero(@ForAll long seed, @ForAll ChoiceKind kind) {
        assertThat(draw(new FifoStrategy().scheduler(seed), kind, 5)).containsOnly(0);
    }
}
