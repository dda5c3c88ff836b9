package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.error.ValueError;
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

/** {@code asyncio.wait} and {@code asyncio.as_completed}. */
class WaitTest {
    private final Trial t = Trial.begin();

    /** With distinct times there are no ties: what is done is what was due, in argument order. */
    @Property(tries = 200, seed = "20261122")
    void waitDividesTheFuturesIntoThoseDoneAndThosePending(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> delays,
            @ForAll @IntRange(max = 20) int limit) {
        Trial trial = Trial.begin();
        List<Task<Object>> tasks = new ArrayList<>();
        List<Future<?>> due = new ArrayList<>();
        for (int delay : delays) {
            Task<Object> task = trial.spawn(script("sleeper").sleep(2L * delay));
            tasks.add(task);
            if (2 * delay < 2 * limit + 1) {
                due.add(task);
            }
        }
        trial.run(script("main").<Wait.Result>await(
                () -> new Wait(tasks, 2L * limit + 1, ReturnWhen.ALL_COMPLETED), result -> {
                    assertThat(result.done()).isEqualTo(due);
                    assertThat(result.pending()).hasSize(tasks.size() - due.size())
                            .noneMatch(due::contains);
                    assertThat(tasks).noneMatch(Future::isCancelled);
                }));
    }

    private List<String> waiting(ReturnWhen when) {
        Future<Object> cancelled = t.future();
        Task<Object> failing = t.spawnNamed(script("failing").sleep(2)
                .raise(new IllegalStateException("x")));
        Task<Object> slow = t.spawnNamed(script("slow").sleep(3));
        t.loop().callLater(1, cancelled::cancel);
        List<String> done = new ArrayList<>();
        t.run(script("main").<Wait.Result>await(
                () -> new Wait(List.of(slow, failing, cancelled), null, when),
                result -> result.done().forEach(future -> done.add(future.describe()))));
        return done;
    }

    @Test
    void theFirstToBeDoneEndsTheWaitThoughItIsCancelled() {
        assertThat(waiting(ReturnWhen.FIRST_COMPLETED)).containsExactly("a future");
    }

    @Test
    void theFirstErrorEndsTheWaitAndACancellationIsNone() {
        assertThat(waiting(ReturnWhen.FIRST_EXCEPTION))
                .containsExactly("task failing", "a future");
    }

    @Test
    void allCompletedWaitsForAll() {
        assertThat(waiting(ReturnWhen.ALL_COMPLETED))
                .containsExactly("task slow", "task failing", "a future");
    }

    @Test
    void waitingForNothingIsAnError() {
        assertThat(t.failure(script("main").await(
                () -> new Wait(List.of(), null, ReturnWhen.ALL_COMPLETED))))
                .isInstanceOf(ValueError.class).hasMessage("Set of Tasks/Futures is empty.");
    }

    @Property(tries = 100, seed = "20261122")
    void asCompletedGivesEachResultOnceInOrderOfTime(
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
}
