package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimerQueueTest {

    private final TimerQueue<TestTimer> queue = new TimerQueue<>();

    @Test
    void sixTiesAloneFireInTheOrderOfHeapq() {
        addTies(6);
        assertThat(drain(1)).containsExactly(0, 2, 5, 4, 1, 3);
    }

    @Test
    void aLaterTimerBehindSixTiesChangesTheirOrderAsInHeapq() {
        addTies(6);
        add(6, 2);
        assertThat(drain(1)).containsExactly(0, 2, 5, 1, 3, 4);
    }

    private void addTies(int count) {
        for (int i = 0; i < count; i++) {
            add(i, 1);
        }
    }

    @Test
    void aTimerIsDueAtItsDeadlineAndNotANanosecondBefore() {
        queue.add(new TestTimer(0, 10));
        assertThat(queue.pollDue(9)).isNull();
        assertThat(queue.pollDue(10)).isNotNull();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aCancelledTimerThatComesDueIsTakenAndStaysCounted() {
        cancel(add(0, 5));
        assertThat(drain(5)).containsExactly(0);
        assertThat(queue.cancelledCount()).isEqualTo(1);
    }

    @Test
    void onlyCancelledTimersAtTheHeadAreDroppedFromASmallQueue() {
        TestTimer head = add(0, 1);
        add(1, 2);
        TestTimer behind = add(2, 3);
        cancel(head);
        cancel(behind);
        queue.dropCancelled();
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.cancelledCount()).isEqualTo(1);
    }

    @Test
    void aQueueOfMoreThanAHundredIsRebuiltWhenMoreThanHalfIsCancelled() {
        assertThat(sizeAfterCancelling(51, 101)).isEqualTo(50);
        assertThat(sizeAfterCancelling(50, 101)).as("not over half").isEqualTo(101);
        assertThat(sizeAfterCancelling(51, 102)).as("exactly half").isEqualTo(102);
        assertThat(sizeAfterCancelling(99, 100)).as("not over a hundred").isEqualTo(100);
    }

    /** Cancels from the back, so that nothing goes from the head. */
    private static int sizeAfterCancelling(int cancelled, int size) {
        TimerQueue<TestTimer> queue = new TimerQueue<>();
        for (int i = 0; i < size; i++) {
            TestTimer timer = new TestTimer(i, i);
            queue.add(timer);
            if (i >= size - cancelled) {
                timer.cancel();
                queue.cancelled(timer);
            }
        }
        queue.dropCancelled();
        return queue.size();
    }

    @Test
    void deadlinesMayLieAnywhereInALong() {
        add(0, Long.MAX_VALUE);
        add(1, Long.MIN_VALUE);
        add(2, 0);
        assertThat(drain(Long.MAX_VALUE)).containsExactly(1, 2, 0);
    }

    @Test
    void aClearedQueueIsEmptyAndUsable() {
        cancel(add(0, 1));
        queue.clear();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.cancelledCount()).isZero();
        assertThat(queue.first()).isNull();
        add(1, 1);
        assertThat(drain(1)).containsExactly(1);
    }

    @Test
    void nullIsNoTimer() {
        assertThatNullPointerException().isThrownBy(() -> queue.add(null));
    }

    @Test
    void aTimerThatLeftIsNotKeptAlive() {
        List<WeakReference<TestTimer>> left = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            TestTimer timer = new TestTimer(i, i % 7);
            queue.add(timer);
            left.add(new WeakReference<>(timer));
            if (i % 3 != 0) {
                cancel(timer);
            }
        }
        queue.dropCancelled();
        drain(5);
        add(1000, 8);
        awaitCleared(left.subList(0, 5));
        queue.clear();
        awaitCleared(left);
    }

    /** A collection is a request; asking often enough makes the test sound on every collector. */
    private static void awaitCleared(List<WeakReference<TestTimer>> references) {
        for (int i = 0; i < 50 && references.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
        }
        assertThat(references).allMatch(reference -> reference.get() == null);
    }

    @Property(tries = 300, seed = "20261122")
    void distinctDeadlinesLeaveInTheirOrderWhateverHappensBetween(
            @ForAll("operations") List<Operation> operations) {
        TimerQueue<TestTimer> queue = new TimerQueue<>();
        TreeMap<Long, TestTimer> model = new TreeMap<>();
        for (Operation operation : operations) {
            switch (operation.kind()) {
                case ADD -> {
                    TestTimer timer = new TestTimer(operation.value(), operation.value());
                    if (model.putIfAbsent(timer.deadlineNanos(), timer) == null) {
                        queue.add(timer);
                    }
                }
                case CANCEL -> {
                    TestTimer timer = model.get((long) operation.value());
                    if (timer != null && !timer.isCancelled()) {
                        timer.cancel();
                        queue.cancelled(timer);
                    }
                }
                case DROP -> queue.dropCancelled();
                case RUN -> {
                    List<TestTimer> taken = new ArrayList<>();
                    assertThat(queue.drainDue(operation.value(), taken)).isEqualTo(taken.size());
                    var due = model.headMap((long) operation.value(), true);
                    assertThat(live(taken)).isEqualTo(live(due.values()));
                    due.clear();
                }
            }
        }
        List<TestTimer> rest = new ArrayList<>();
        queue.drainDue(Long.MAX_VALUE, rest);
        assertThat(live(rest)).isEqualTo(live(model.values()));
        assertThat(rest).isSortedAccordingTo(Comparator.comparingLong(Timer::deadlineNanos));
    }

    private static List<TestTimer> live(Iterable<TestTimer> timers) {
        List<TestTimer> live = new ArrayList<>();
        timers.forEach(timer -> {
            if (!timer.isCancelled()) {
                live.add(timer);
            }
        });
        return live;
    }

    enum Kind { ADD, CANCEL, DROP, RUN }

    record Operation(Kind kind, int value) {}

    @Provide
    Arbitrary<List<Operation>> operations() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.just(Kind.ADD)),
                Tuple.of(50, Arbitraries.just(Kind.CANCEL)),
                Tuple.of(1, Arbitraries.just(Kind.DROP)),
                Tuple.of(1, Arbitraries.just(Kind.RUN)));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 400))
                .as(Operation::new).list().ofMaxSize(900);
    }

    @Property(tries = 200, seed = "20261122")
    void everyTimerLeavesExactlyOnceAndNeverBeforeAnEarlierOne(
            @ForAll List<@IntRange(max = 9) Integer> deadlines) {
        TimerQueue<TestTimer> queue = new TimerQueue<>();
        for (int i = 0; i < deadlines.size(); i++) {
            queue.add(new TestTimer(i, deadlines.get(i)));
        }
        List<TestTimer> out = new ArrayList<>();
        queue.drainDue(9, out);
        assertThat(out).hasSameSizeAs(deadlines).doesNotHaveDuplicates();
        assertThat(out).isSortedAccordingTo(Comparator.comparingLong(Timer::deadlineNanos));
    }

    private TestTimer add(int number, long deadline) {
        TestTimer timer = new TestTimer(number, deadline);
        queue.add(timer);
        return timer;
    }

    private void cancel(TestTimer timer) {
        timer.cancel();
        queue.cancelled(timer);
    }

    private List<Integer> drain(long nowNanos) {
        List<TestTimer> out = new ArrayList<>();
        queue.drainDue(nowNanos, out);
        return out.stream().map(timer -> timer.number).toList();
    }
}
