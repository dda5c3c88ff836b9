package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsCompletedTest {
    private final Trial t = Trial.begin();

    @Property(tries = 100, seed = "20261122")
    void itGivesEachResultOnceInOrderOfTime(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> delays) {
        Trial trial = Trial.begin();
        List<Coroutine<Object>> sleeps = new ArrayList<>();
        delays.forEach(delay -> sleeps.add(new Sleep<>(delay, delay)));
        List<Object> got = new ArrayList<>();
        AsCompleted[] all = new AsCompleted[1];
        Script main = script("main").run(() -> all[0] = new AsCompleted(sleeps, null));
        delays.forEach(delay -> main.run(() -> assertThat(all[0].hasNext()).isTrue())
                .await(() -> all[0].next(), got::add));
        trial.run(main.run(() -> assertThat(all[0].hasNext()).isFalse()));
        assertThat(got).isEqualTo(delays.stream().sorted().toList());
    }

    @Test
    void afterItsTimeoutEveryFurtherItemIsATimeoutAndNothingIsCancelled() {
        AsCompleted[] all = new AsCompleted[1];
        List<Task<Object>> tasks = List.of(
                t.spawn(script("fast").sleep(1).giving(() -> "fast")),
                t.spawn(script("slow").sleep(9)), t.spawn(script("slower").sleep(9)));
        Script main = script("main").run(() -> all[0] = new AsCompleted(tasks, 5L))
                .await(() -> all[0].next(), t::say);
        for (int i = 0; i < 2; i++) {
            main.attempt(script("next").await(() -> all[0].next()), TimeoutError.class,
                    error -> t.say("timeout at " + t.loop().nanos()));
        }
        t.run(main.sleep(9));
        assertThat(t.log()).containsExactly("fast", "timeout at 5", "timeout at 5");
        assertThat(tasks).noneMatch(Future::isCancelled).allMatch(Future::isDone);
    }

    @Test
    void theOrderInWhichCoroutinesStartIsAChoice() {
        Trial trial = Trial.begin(new Picks(ChoiceKind.AS_COMPLETED_ORDER, 1));
        trial.run(script("main").run(() -> new AsCompleted(List.of(
                script("a").run(trial.saying("a")), script("b").run(trial.saying("b"))), null))
                .pause(2));
        assertThat(trial.log()).containsExactly("b", "a");
    }

    private static Coroutine<Object> giving(long delay, Object value) {
        return new Sleep<>(delay, value);
    }

    @Test
    void theSameAwaitableTwiceIsOneItem() {
        Script once = script("once").run(t.saying("ran")).giving(() -> "once");
        AsCompleted[] all = new AsCompleted[1];
        t.run(script("main").run(() -> all[0] = new AsCompleted(List.of(once, once), null))
                .await(() -> all[0].next(), t::say).run(() -> t.say(all[0].hasNext())));
        assertThat(t.log()).containsExactly("ran", "once", "false");
    }

    @Test
    void anErrorIsRaisedInItsTurn() {
        AsCompleted[] all = new AsCompleted[1];
        t.run(script("main").run(() -> all[0] = new AsCompleted(List.of(giving(2, "a"),
                        script("failing").sleep(1).raise(new IllegalStateException())), null))
                .attempt(script("next").await(() -> all[0].next()),
                        IllegalStateException.class, e -> t.say("error"))
                .await(() -> all[0].next(), t::say));
        assertThat(t.log()).containsExactly("error", "a");
    }

    @ParameterizedTest
    @EnumSource
    void aTimeoutThatIsNotNeededLeavesNoTimer(PythonVersion python) {
        Trial trial = Trial.begin(python);
        AsCompleted[] all = new AsCompleted[1];
        assertThat(Leftovers.idleAfter(trial, script("main")
                .run(() -> all[0] = new AsCompleted(List.of(giving(1, "a"), giving(2, "b")), 50L))
                .run(() -> all[0].hasNext())
                .await(() -> all[0].next(), trial::say)
                .await(() -> all[0].next(), trial::say))).isEqualTo(2);
        assertThat(trial.log()).containsExactly("a", "b");
    }

    @Test
    void ofNothingThereIsNoItemAndNoTimer() {
        assertThat(Leftovers.idleAfter(t, script("main").run(() -> {
            AsCompleted all = new AsCompleted(List.of(), 5L);
            t.say(all.hasNext());
            t.say(catchThrowable(all::next) instanceof RuntimeError);
        }))).isZero();
        assertThat(t.log()).containsExactly("false", "true");
    }

    @Test
    void whicheverItemIsAwaitedFirstGetsWhatIsDoneFirst() {
        List<Coroutine<Object>> items = new ArrayList<>();
        t.run(script("main").run(() -> {
            AsCompleted all = new AsCompleted(List.of(giving(5, "a"), giving(10, "b")), null);
            items.add(all.next());
            items.add(all.next());
        }).await(() -> items.get(1), t::say).await(() -> items.get(0), t::say));
        assertThat(t.log()).containsExactly("a", "b");
    }

    @Test
    void itemsMayBeAwaitedAtTheSameTime() {
        List<Task<Object>> items = new ArrayList<>();
        t.run(script("main").run(() -> {
            AsCompleted all = new AsCompleted(List.of(giving(5, "a"), giving(5, "b")), null);
            items.add(t.spawn(all.next()));
            items.add(t.spawn(all.next()));
        }).await(() -> Gather.of(items, false), t::say));
        assertThat(t.log()).containsExactly("[a, b]");
        assertThat(t.loop().nanos()).isEqualTo(5);
        assertThat(items).extracting(item -> item.coroutine().name())
                .containsOnly("_wait_for_one");
    }

    @ParameterizedTest
    @EnumSource
    void itsTasksStartWithTheCallSince313AndWithTheFirstItemBefore(PythonVersion python) {
        Trial trial = Trial.begin(python);
        AsCompleted[] all = new AsCompleted[1];
        trial.run(script("main")
                .run(() -> all[0] = new AsCompleted(
                        List.of(script("child").run(trial.saying("ran"))), null))
                .pause(2).run(trial.saying("asked")).await(() -> all[0].next()));
        boolean atCall = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log()).isEqualTo(
                atCall ? List.of("ran", "asked") : List.of("asked", "ran"));
    }

    @Test
    void whatIsDoneAfterTheTimeoutIsNotHeardOf() {
        Future<Object> future = t.future();
        AsCompleted[] all = new AsCompleted[1];
        t.run(script("main").run(() -> all[0] = new AsCompleted(List.of(future), 5L))
                .attempt(script("next").await(() -> all[0].next()), TimeoutError.class,
                        e -> t.say("timeout at " + t.loop().nanos()))
                .run(() -> future.setResult(1)).pause(2).run(() -> t.say(all[0].hasNext()))
                .run(() -> assertThat(Leftovers.doneCallbacks(t)).isZero()));
        assertThat(t.log()).containsExactly("timeout at 5", "false");
    }
}
