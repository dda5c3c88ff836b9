package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DoneCallbackTest {
    private final Trial t = Trial.begin();
    private final Future<Object> future = t.future();

    /** Numbers from 0 to 3 name four callbacks; a list without duplicates is the model. */
    @Property(tries = 300, seed = "20261122")
    void removingTakesOutEveryRegistrationOfThatCallbackAndNoOther(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> added,
            @ForAll @Size(max = 3) List<@IntRange(max = 3) Integer> removed) {
        Trial trial = Trial.begin();
        Future<Object> own = trial.future();
        List<Integer> ran = new ArrayList<>();
        List<DoneCallback> callbacks = List.of(
                done -> ran.add(0), done -> ran.add(1), done -> ran.add(2), done -> ran.add(3));
        List<Integer> model = new ArrayList<>(added);
        added.forEach(number -> own.addDoneCallback(callbacks.get(number)));
        for (int number : removed) {
            int before = model.size();
            model.removeIf(one -> one == number);
            assertThat(own.removeDoneCallback(callbacks.get(number)))
                    .isEqualTo(before - model.size());
        }
        own.cancel();
        trial.run(script("main"));
        assertThat(ran).isEqualTo(model);
    }

    @Test
    void theyRunForAResultAnErrorAndACancellation() {
        for (int ending = 0; ending < 3; ending++) {
            Future<Object> own = t.future();
            own.addDoneCallback(done -> t.say(done == own));
            switch (ending) {
                case 0 -> own.setResult(1);
                case 1 -> own.setException(new IllegalStateException());
                default -> own.cancel();
            }
        }
        assertThat(t.log()).isEmpty();
        t.run(script("main"));
        assertThat(t.log()).containsExactly("true", "true", "true");
    }

    @Test
    void oneThatIsScheduledCanNoLongerBeRemoved() {
        DoneCallback second = done -> t.say("second");
        future.addDoneCallback(done -> t.say(future.removeDoneCallback(second)));
        future.addDoneCallback(second);
        future.setResult(1);
        t.run(script("main"));
        assertThat(t.log()).containsExactly("0", "second");
    }

    @Test
    void aWaitingTaskIsNoCallbackThatCouldBeRemoved() {
        DoneCallback callback = done -> t.say("callback");
        t.spawn(script("waiter").await(() -> future, t::say));
        t.run(script("main").pause(1)
                .run(() -> assertThat(future.removeDoneCallback(callback)).isZero())
                .run(() -> future.addDoneCallback(callback))
                .run(() -> assertThat(future.removeDoneCallback(callback)).isEqualTo(1))
                .run(() -> future.setResult("woken")).pause(1));
        assertThat(t.log()).containsExactly("woken");
    }

    @Test
    void aDoneFutureOfAClosedLoopTakesNone() {
        future.setResult(1);
        t.loop().close();
        assertThat(catchThrowable(() -> future.addDoneCallback(done -> {})))
                .isInstanceOf(RuntimeError.class).hasMessage("Event loop is closed");
    }

    @Test
    void anErrorInOneGoesToTheHandlerAndTheNextRuns() {
        future.addDoneCallback(done -> {
            throw new IllegalStateException("x");
        });
        future.addDoneCallback(done -> t.say("next"));
        future.setResult(1);
        t.run(script("main"));
        assertThat(t.log()).containsExactly("next");
        assertThat(t.reports()).hasSize(1);
    }

    @Test
    void theTextOfAFutureNamesItsState() {
        assertThat(future).hasToString("<Future pending>");
        future.setResult(1);
        assertThat(future).hasToString("<Future finished>");
        Future<Object> cancelled = t.future();
        cancelled.cancel("why");
        assertThat(cancelled).hasToString("<Future cancelled>");
        assertThat(cancelled.cancelMessage()).isEqualTo("why");
    }
}
