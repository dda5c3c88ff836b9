package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What cancelled timers do to those that stay. asyncio drops them at the head of its heap, and all
 * of them, building the heap anew, when they are more than half of more than 100; the order of ties
 * tells which. Measured on CPython 3.13 with these very programs.
 */
class TimerHeapTest {
    private final Trial t = Trial.begin();

    /** Evenly numbered timers are due at 10, the others at 20. */
    private List<TimerHandle> schedule(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> t.loop().callLater(i % 2 == 0 ? 10 : 20, t.saying("" + i)))
                .toList();
    }

    @Test
    void aCancelledTimerDoesNotMoveTheClock() {
        t.loop().callLater(5, () -> {}).cancel();
        t.run(script("main").sleep(10));
        assertThat(t.events()).filteredOn(TraceEvent.Advanced.class::isInstance)
                .singleElement().extracting(event -> event.stamp().nanos()).isEqualTo(10L);
    }

    @Test
    void aHeapThatIsMostlyCancelledIsBuiltAnew() {
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            timers.add(t.loop().callLater(i % 20 == 0 ? 10 : 20 + i % 3, t.saying("" + i)));
        }
        for (int i = 0; i < 120; i++) {
            if (i % 20 != 0) {
                timers.get(i).cancel();
            }
        }
        t.run(script("main").sleep(100));
        assertThat(t.log()).containsExactly("80", "60", "0", "100", "40", "20");
    }

    @Test
    void aTimerThatIsCancelledTwiceCountsOnce() {
        List<TimerHandle> timers = schedule(104);
        for (int i = 1; i < 80; i += 2) {
            timers.get(i).cancel();
            timers.get(i).cancel();
        }
        t.run(script("main").sleep(100));
        assertThat(t.log()).startsWith("0", "2", "6", "14", "30", "62", "60", "28");
    }

    @Test
    void aTimerThatIsCancelledAfterItFiredDoesNotCount() {
        List<TimerHandle> fired =
                IntStream.range(0, 60).mapToObj(i -> t.loop().callLater(0, () -> {})).toList();
        t.loop().callLater(5, () -> {
            List<TimerHandle> timers = schedule(104);
            for (int i = 1; i < 80; i += 2) {
                timers.get(i).cancel();
            }
            fired.forEach(TimerHandle::cancel);
        });
        t.run(script("main").sleep(100));
        assertThat(t.log()).startsWith("0", "4", "12", "28", "60", "58", "26", "56");
    }
}
