package dev.countermand.loop.run;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SIGINT does to a program that a Runner runs. */
class RunnerInterruptTest {
    private final Trial t = Trial.begin();
    private final Runner runner = new Runner(t.simulation(), t::loop, null);
    private final Future<Object> future = t.future();

    private void interruptAfter(long nanos) {
        t.loop().callLater(nanos, t.simulation().signals()::interrupt);
    }

    @Test
    void oneThatWaitsIsCancelledWithWhatItAwaits() {
        interruptAfter(1);
        assertThat(catchThrowable(() -> runner.run(script("main").await(() -> future))))
                .isInstanceOf(KeyboardInterrupt.class);
        assertThat(future.isCancelled()).isTrue();
    }

    @Test
    void oneThatNeverWaitsIsCancelledAtItsNextTurn() {
        runner.getLoop().callSoon(t.simulation().signals()::interrupt);
        assertThat(catchThrowable(() -> runner.run(script("main").pause(1000)
                .run(t.saying("not reached"))))).isInstanceOf(KeyboardInterrupt.class);
        assertThat(t.loop().iterations()).isLessThan(10);
        assertThat(t.log()).isEmpty();
    }

    @Test
    void anotherCancelledErrorThanTheRunnersIsStillAnInterrupt() {
        interruptAfter(1);
        Script main = script("main").onCancel(script("body").await(() -> future), error -> {
            throw new CancelledError("own");
        });
        assertThat(catchThrowable(() -> runner.run(main))).isInstanceOf(KeyboardInterrupt.class);
    }

    @Test
    void anErrorRaisedInsteadLeavesAsItIs() {
        interruptAfter(1);
        Script main = script("main").onCancel(script("body").await(() -> future), error -> {
            throw new IllegalStateException("instead");
        });
        assertThat(catchThrowable(() -> runner.run(main))).hasMessage("instead");
    }

    @Test
    void theSecondRaisesAtOnceInTheMidstOfTheCleanUp() {
        interruptAfter(1);
        interruptAfter(2);
        Script main = script("main").onCancel(script("body").await(() -> future),
                error -> t.say("clean-up"), script("more").sleep(5).run(t.saying("not reached")));
        assertThat(catchThrowable(() -> runner.run(main))).isInstanceOf(KeyboardInterrupt.class);
        assertThat(t.loop().nanos()).isEqualTo(2);
        assertThat(t.log()).containsExactly("clean-up");
    }

    @Test
    void eachRunCountsItsOwnInterrupts() {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            interruptAfter(1);
            Throwable error = catchThrowable(() ->
                    runner.run(script("main").await(t::future)));
            ends.add(NamedError.of(error));
        }
        assertThat(ends).containsOnly("KeyboardInterrupt");
        assertThat(runner.run(script("last").giving(() -> "value"))).isEqualTo("value");
    }

    @Test
    void oneThatComesWhenTheMainTaskIsDoneRaisesAtOnce() {
        Task<?>[] main = new Task<?>[1];
        Script program = script("main").run(() -> {
            main[0] = t.loop().currentTask();
            main[0].addDoneCallback(done -> t.simulation().signals().interrupt());
        });
        assertThat(catchThrowable(() -> runner.run(program))).isInstanceOf(KeyboardInterrupt.class);
        assertThat(main[0].isCancelled()).isFalse();
    }

    @Test
    void aCancelledErrorWithoutAnyInterruptStaysOne() {
        Script main = script("main").raise(new CancelledError("own"));
        assertThat(catchThrowable(() -> runner.run(main))).isInstanceOf(CancelledError.class)
                .hasMessage("own");
    }

    @Test
    void severalArriveInTheOrderOfTheirTimes() {
        t.simulation().signals().interruptAt(9);
        t.simulation().signals().interruptAt(3);
        Script main = script("main").onCancel(script("body").await(() -> future),
                error -> t.say("at " + t.loop().nanos()), script("more").sleep(50));
        assertThat(catchThrowable(() -> runner.run(main))).isInstanceOf(KeyboardInterrupt.class);
        assertThat(t.log()).containsExactly("at 3");
        assertThat(t.loop().nanos()).isEqualTo(9);
    }
}
