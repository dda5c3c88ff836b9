package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CancelSweepStrategyTest {
    private static final Alternatives ABOUT = Alternatives.numbered("x");

    /** Asks for these kinds, each with two answers, and gives the answers as digits. */
    private static String run(Strategy strategy, long seed, int bound, ChoiceKind... kinds) {
        Scheduler scheduler = strategy.scheduler(seed);
        StringBuilder answers = new StringBuilder();
        for (ChoiceKind kind : kinds) {
            boolean isFault = kind.stream() == ChoiceKind.Stream.FAULT;
            answers.append(scheduler.choose(kind, ABOUT, isFault ? bound : 2));
        }
        strategy.runEnded(kinds.length);
        return answers.toString();
    }

    @Test
    void itCancelsAtEveryPositionInTurnIdleMomentsAmongThem() {
        CancelSweepStrategy sweep = new CancelSweepStrategy();
        List<String> runs = new ArrayList<>();
        while (!sweep.isExhausted()) {
            runs.add(run(sweep, 7, 2, ChoiceKind.CANCEL, ChoiceKind.IDLE_CANCEL,
                    ChoiceKind.CANCEL));
        }
        assertThat(runs).containsExactly("100", "010", "001", "000");
    }

    @Test
    void eachTaskThatMayBeCancelledAtAMomentIsAPositionOfItsOwn() {
        CancelSweepStrategy sweep = new CancelSweepStrategy();
        List<String> runs = new ArrayList<>();
        while (!sweep.isExhausted()) {
            runs.add(run(sweep, 7, 3, ChoiceKind.CANCEL, ChoiceKind.CANCEL));
        }
        assertThat(runs).containsExactly("10", "20", "01", "02", "00");
    }

    @Test
    void theFirstRoundKeepsAsynciosOrderAndEachOtherRoundHasOneOfItsOwn() {
        CancelSweepStrategy sweep = new CancelSweepStrategy();
        Set<String> orders = new LinkedHashSet<>();
        for (int round = 0; round < 40; round++) {
            Set<String> inRound = new LinkedHashSet<>();
            for (int position = 0; position <= 2; position++) {
                String run = run(sweep, 100 * round + position, 2, ChoiceKind.CHOOSE,
                        ChoiceKind.CANCEL, ChoiceKind.TIMER_TIE, ChoiceKind.CANCEL);
                assertThat("" + run.charAt(1) + run.charAt(3))
                        .isEqualTo(List.of("10", "01", "00").get(position));
                inRound.add("" + run.charAt(0) + run.charAt(2));
            }
            assertThat(inRound).hasSize(1);
            orders.addAll(inRound);
            assertThat(orders.iterator().next()).isEqualTo("00");
        }
        assertThat(orders).hasSize(4);
        assertThat(sweep.isExhausted()).isFalse();
    }

    @Test
    void crossedWithOrdersEveryPositionIsSweptUnderEachOrderWithinTheBound() {
        CancelScheduleStrategy crossed = new CancelScheduleStrategy(1);
        List<String> runs = new ArrayList<>();
        while (!crossed.isExhausted()) {
            runs.add(run(crossed, 7, 2, ChoiceKind.TIMER_TIE, ChoiceKind.CANCEL,
                    ChoiceKind.GROUP_ORDER, ChoiceKind.CANCEL));
        }
        assertThat(runs).startsWith(
                "0000", "0100", "0001",
                "0010", "0110", "0011",
                "1000", "1100", "1001");
        // Only then comes the order with two departures, among all others again.
        assertThat(runs.subList(9, runs.size())).doesNotHaveDuplicates().hasSize(12)
                .contains("1010", "1110", "1011");
    }

    @Test
    void withValuesToChooseTheCrossedSweepGoesOnWithOthers() {
        CancelScheduleStrategy crossed = new CancelScheduleStrategy(1);
        Set<String> runs = new LinkedHashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            runs.add(run(crossed, seed, 2, ChoiceKind.CHOOSE, ChoiceKind.CANCEL));
        }
        assertThat(runs).containsExactlyInAnyOrder("00", "01", "10", "11");
        assertThat(crossed.isExhausted()).isFalse();
    }
}
