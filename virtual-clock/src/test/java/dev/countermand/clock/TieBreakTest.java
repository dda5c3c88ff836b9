package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TieBreakTest {

    @Property(seed = "20261122")
    void pickingAlwaysTheFirstKeepsCpythonsOrder(
            @ForAll List<@IntRange(max = 3) Integer> deadlines, @ForAll long seed) {
        List<TestTimer> due = due(deadlines, new Random(seed));
        List<TestTimer> before = List.copyOf(due);
        TieBreak.CPYTHON.order(due);
        assertThat(due).isEqualTo(before);
    }

    @Property(seed = "20261122")
    void anyPicksPermuteOnlyLiveTimersOfOneDeadline(
            @ForAll List<@IntRange(max = 3) Integer> deadlines, @ForAll long seed) {
        Random random = new Random(seed);
        List<TestTimer> due = due(deadlines, random);
        List<TestTimer> before = List.copyOf(due);
        TieBreak picks = tied -> random.nextInt(tied.size());
        picks.order(due);
        assertThat(due).containsExactlyInAnyOrderElementsOf(before);
        assertThat(due).isSortedAccordingTo(Comparator.comparingLong(Timer::deadlineNanos));
        for (int i = 0; i < due.size(); i++) {
            if (before.get(i).isCancelled()) {
                assertThat(due.get(i)).isSameAs(before.get(i));
            }
        }
    }

    @Property(seed = "20261122")
    void aChoiceIsAskedForOnlyWhereTwoLiveTimersTie(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> deadlines, @ForAll long seed) {
        List<TestTimer> due = due(deadlines, new Random(seed));
        List<Integer> expected = new ArrayList<>();
        for (long deadline = 0; deadline <= 3; deadline++) {
            long tied = deadline;
            long live = due.stream()
                    .filter(t -> t.deadlineNanos() == tied && !t.isCancelled()).count();
            for (int bound = (int) live; bound >= 2; bound--) {
                expected.add(bound);
            }
        }
        List<Integer> bounds = new ArrayList<>();
        TieBreak recording = tied -> {
            bounds.add(tied.size());
            return tied.size() - 1;
        };
        recording.order(due);
        assertThat(bounds).isEqualTo(expected);
    }

    @Test
    void everyOrderOfFourTiesIsReachedByExactlyOneSequenceOfPicks() {
        Set<List<TestTimer>> orders = new LinkedHashSet<>();
        List<TestTimer> ties = List.of(new TestTimer(0, 1), new TestTimer(1, 1),
                new TestTimer(2, 1), new TestTimer(3, 1));
        for (int sequence = 0; sequence < 24; sequence++) {
            int[] rest = {sequence};
            TieBreak picks = tied -> {
                int pick = rest[0] % tied.size();
                rest[0] /= tied.size();
                return pick;
            };
            List<TestTimer> order = new ArrayList<>(ties);
            picks.order(order);
            orders.add(order);
        }
        assertThat(orders).hasSize(24);
    }

    @Test
    void thoseNotPickedKeepTheirOrder() {
        List<TestTimer> due = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            due.add(new TestTimer(i, 1));
        }
        int[] picks = {3, 0, 1, 0};
        int[] next = {0};
        TieBreak tieBreak = tied -> picks[next[0]++];
        tieBreak.order(due);
        assertThat(due.stream().map(timer -> timer.number)).containsExactly(3, 0, 2, 1, 4);
    }

    @Test
    void anAnswerOutOfBoundsIsRefused() {
        List<TestTimer> due = new ArrayList<>(List.of(new TestTimer(0, 1), new TestTimer(1, 1)));
        TieBreak tooHigh = tied -> tied.size();
        TieBreak negative = tied -> -1;
        assertThatIllegalArgumentException().isThrownBy(() -> tooHigh.order(due))
                .withMessage("a tie break among 2 timers must answer 0 to 1, not 2");
        assertThatIllegalArgumentException().isThrownBy(() -> negative.order(due));
    }

    private static List<TestTimer> due(List<Integer> deadlines, Random random) {
        TimerQueue<TestTimer> queue = new TimerQueue<>();
        for (int i = 0; i < deadlines.size(); i++) {
            TestTimer timer = new TestTimer(i, deadlines.get(i));
            if (random.nextInt(3) == 0) {
                timer.cancel();
            }
            queue.add(timer);
        }
        List<TestTimer> due = new ArrayList<>();
        queue.drainDue(3, due);
        return due;
    }
}
