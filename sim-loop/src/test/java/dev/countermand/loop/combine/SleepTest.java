package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Task;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepTest {
    private final Trial t = Trial.begin();

    @Test
    void itTakesItsTimeAndGivesItsValue() {
        t.run(script("main").await(() -> new Sleep<>(5, "late"), t::say)
                .await(() -> new Sleep<>(0, "zero"), t::say)
                .await(() -> new Sleep<>(-1, "negative"), t::say));
        assertThat(t.log()).containsExactly("late", "zero", "negative");
        assertThat(t.loop().nanos()).isEqualTo(5);
    }

    @Test
    void aSleepOfZeroLetsWhatIsReadyRunAndCanBeCancelled() {
        List<Task<Object>> tasks = new ArrayList<>();
        t.run(script("main")
                .run(() -> t.loop().callSoon(t.saying("callback")))
                .run(() -> tasks.add(t.spawn(script("task")
                        .onCancel(script("yield").await(() -> new Sleep<>(0, "value"), t::say),
                                e -> {
                                    t.say(e.getMessage());
                                    throw e;
                                }))))
                .pause(1).run(() -> tasks.get(0).cancel("why")).pause(1));
        assertThat(t.log()).containsExactly("callback", "why");
        assertThat(tasks.get(0).isCancelled()).isTrue();
    }

    @Test
    void aCancelledSleepLeavesNoTimer() {
        Task<Object> sleeper = t.spawn(new Sleep<>(50, null));
        assertThat(Leftovers.idleAfter(t, script("main").pause(1).run(sleeper::cancel)))
                .isZero();
        assertThat(sleeper.isCancelled()).isTrue();
    }

    @Test
    void itTellsHowLongItSleepsWhenAsked() {
        Sleep<Object> sleep = new Sleep<>(5, null);
        t.say(sleep);
        Task<Object> sleeper = t.spawnNamed(sleep);
        t.run(script("main").pause(1).run(() -> t.say(sleeper.awaits().describe())));
        assertThat(t.log()).containsExactly("sleep", "sleep until 5 ns");
    }

    @Test
    void operationsAreCalledAsInAsyncio() {
        assertThat(new Sleep<>(1, null).name()).isEqualTo("sleep");
        assertThat(new Wait(List.of(), null, ReturnWhen.ALL_COMPLETED).name()).isEqualTo("wait");
        assertThat(new TaskGroup().exit(null).name()).isEqualTo("__aexit__");
    }
}
