package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimerTest {
    @Property(tries = 300, seed = "20261122")
    void timersFireInOrderOfTimeAtTheirTime(
            @ForAll @Size(max = 40) List<@LongRange(min = -5, max = 20) Long> times,
            @ForAll long seed) {
        Trial t = Trial.begin(new RandomStrategy().scheduler(seed));
        List<Long> fired = new ArrayList<>();
        for (long time : times) {
            t.loop().callAt(time, () -> {
                assertThat(t.loop().nanos()).isEqualTo(Math.max(0, time));
                fired.add(Math.max(0, time));
            });
        }
        t.run(script("main").sleep(25));
        assertThat(fired).isSorted().hasSameSizeAs(times);
    }

    @Property(tries = 200, seed = "20261122")
    void aTimerThatWasCancelledNeverFires(
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> delays,
            @ForAll @Size(30) List<Boolean> cancelled) {
        Trial t = Trial.begin();
        List<Integer> fired = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < delays.size(); i++) {
            int number = i;
            TimerHandle timer = t.loop().callLater(delays.get(i), () -> fired.add(number));
            if (cancelled.get(i)) {
                timer.cancel();
                assertThat(timer.isCancelled()).isTrue();
            } else {
                expected.add(i);
            }
        }
        t.run(script("main").sleep(9));
        assertThat(fired).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aTimerMayTakeBackAnotherThatIsDueTogetherWithIt() {
        Trial t = Trial.begin();
        TimerHandle[] second = new TimerHandle[1];
        t.loop().callLater(5, () -> second[0].cancel());
        second[0] = t.loop().callLater(5, t.saying("second"));
        t.run(script("main").sleep(9));
        assertThat(t.log()).isEmpty();
    }

    /** Measured in CPython with this very program: the later timers are in the heap too. */
    @Test
    void sixTiesFireInTheOrderOfCPythonsHeap() {
        Trial t = Trial.begin();
        IntStream.range(0, 6).forEach(i -> t.loop().callLater(1, t.saying("" + i)));
        t.loop().callLater(9, () -> {});
        t.run(script("main").sleep(10));
        assertThat(t.log()).containsExactly("0", "2", "5", "1", "4", "3");
    }

    @Test
    void theSchedulerMayOrderTiesAnyWayButNotAcrossTimes() {
        // CPython's heap gives a, c, b; the picks are made from that order.
        Trial t = Trial.begin(new Picks(ChoiceKind.TIMER_TIE, 2, 1));
        t.loop().callLater(1, t.saying("a"));
        t.loop().callLater(1, t.saying("b"));
        t.loop().callLater(1, t.saying("c"));
        t.loop().callLater(2, t.saying("later"));
        t.run(script("main").sleep(9));
        assertThat(t.log()).containsExactly("b", "c", "a", "later");
    }

    @Test
    void whatIsReadyRunsBeforeTimersThatBecomeDueMeanwhile() {
        Trial t = Trial.begin();
        t.loop().callLater(5, t.saying("timer"));
        t.run(script("main")
                .run(() -> t.loop().callSoon(t.saying("soon")))
                .run(() -> t.loop().clock().advanceTo(5))
                .pause(3));
        assertThat(t.log()).containsExactly("soon", "timer");
    }

    @Test
    void theClockDoesNotMoveWhileAnythingIsReady() {
        Trial t = Trial.begin();
        t.loop().callLater(5, t.saying("timer"));
        t.run(script("main").pause(50).run(() -> t.say(t.loop().nanos())));
        assertThat(t.log()).containsExactly("0");
    }

    @Test
    void aDelayBeyondAllTimeIsNeverDueButNotForgotten() {
        Trial t = Trial.begin();
        TimerHandle timer = t.loop().callLater(Duration.ofDays(365_000_000), t.saying("late"));
        assertThat(timer.deadlineNanos()).isEqualTo(Long.MAX_VALUE - 1);
        t.run(script("main").sleep(1).run(timer::cancel));
        assertThat(t.log()).isEmpty();
    }

    @Test
    void somethingFromOutsideComesBeforeATimerThatIsDueWithIt() {
        Trial t = Trial.begin();
        t.loop().callLater(5, t.saying("timer"));
        t.loop().arriveAt(5, "outside", () -> t.loop().callSoon(t.saying("outside")));
        t.run(script("main").sleep(6));
        assertThat(t.log()).containsExactly("outside", "timer");
    }
}
