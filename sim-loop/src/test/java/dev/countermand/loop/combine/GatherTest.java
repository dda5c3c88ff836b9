package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatherTest {
    private final Trial t = Trial.begin();

    @Property(tries = 200, seed = "20261122")
    void resultsAreInTheOrderOfTheArgumentsWhateverTheOrderOfCompletion(
            @ForAll @Size(max = 10) List<@IntRange(max = 4) Integer> delays) {
        Trial trial = Trial.begin();
        List<Object> results = new ArrayList<>();
        List<Coroutine<Object>> sleeps = IntStream.range(0, delays.size())
                .<Coroutine<Object>>mapToObj(i -> new Sleep<>(delays.get(i), i)).toList();
        trial.run(script("main").await(() -> Gather.of(sleeps, false), results::addAll));
        assertThat(results).isEqualTo(IntStream.range(0, delays.size()).boxed().toList());
    }

    @Test
    void theSameAwaitableTwiceIsOneChildWithItsResultTwice() {
        Coroutine<Object> once = script("once").run(t.saying("ran")).giving(() -> 7);
        Future<Object> future = t.future();
        future.setResult(8);
        t.run(script("main").await(
                () -> Gather.of(List.of(once, future, once, future), false), t::say));
        assertThat(t.log()).containsExactly("ran", "[7, 8, 7, 8]");
    }

    @Test
    void theFirstErrorWinsAndTheOthersRunOn() {
        Task<Object> slow = t.spawn(script("slow").sleep(9).run(t.saying("slow done")));
        IllegalStateException first = new IllegalStateException("first");
        t.run(script("main")
                .attempt(
                        script("body").await(() -> Gather.of(List.of(
                                slow,
                                script("late").sleep(2).raise(new IllegalStateException("second")),
                                script("early").sleep(1).raise(first)), false)),
                        IllegalStateException.class, error -> t.say(error.getMessage()))
                .sleep(10));
        assertThat(t.log()).containsExactly("first", "slow done");
        t.loop().close();
        assertThat(t.reports()).as("later errors count as retrieved").isEmpty();
    }

    @Test
    void returnExceptionsCollectsErrorsAndCancellations() {
        IllegalStateException error = new IllegalStateException("x");
        Future<Object> cancelled = t.future();
        cancelled.cancel("msg");
        Future<Object> without = t.future();
        without.cancel();
        List<Object> results = new ArrayList<>();
        t.run(script("main").await(() -> Gather.of(
                List.of(script("a").raise(error), cancelled, without), true), results::addAll));
        assertThat(results.get(0)).isSameAs(error);
        assertThat((Throwable) results.get(1)).isInstanceOf(CancelledError.class).hasMessage("msg");
        assertThat((Throwable) results.get(2)).isInstanceOf(CancelledError.class).hasMessage("");
    }

    @Test
    void aCancelledChildIsAnErrorOfTheGatherWhichIsNotItselfCancelled() {
        Future<Object> child = t.future();
        Future<?>[] gather = new Future<?>[1];
        t.run(script("main")
                .run(() -> gather[0] = Gather.of(List.of(child, t.future()), false))
                .run(() -> child.cancel("msg"))
                .onCancel(script("body").await(() -> gather[0]), e -> t.say(e.getMessage())));
        assertThat(t.log()).containsExactly("msg");
        assertThat(gather[0].isCancelled()).isFalse();
        assertThat(gather[0].isFailed()).isTrue();
    }

    @Test
    void cancellingAGatherCancelsEachEntryAndWaitsForAll() {
        Task<Object> twice = t.spawn(script("twice").onCancel(
                script("body").await(t::future), e -> t.say("twice"), script("slow").sleep(5)));
        Task<Object> once = t.spawn(script("once").await(t::future));
        t.run(script("main")
                .run(() -> {
                    Future<?> gather = Gather.of(List.of(twice, once, twice), true);
                    gather.addDoneCallback(done -> {
                        Throwable error = catchThrowable(done::result);
                        t.say(error.getClass().getSimpleName() + " " + t.loop().nanos());
                    });
                    t.loop().callLater(1, () -> t.say(gather.cancel("why")));
                })
                .sleep(9));
        assertThat(t.log()).containsExactly("true", "twice", "CancelledError 6");
        assertThat(twice.cancelling()).isEqualTo(2);
        assertThat(once.cancelling()).isEqualTo(1);
    }

    /** Measured in CPython 3.11 to 3.13: it is the last argument, not the child that ended last. */
    @Test
    void theMessageOfACancelledGatherIsThatOfItsLastArgument() {
        for (List<Integer> pauses : List.of(List.of(0, 2), List.of(2, 0))) {
            Trial trial = Trial.begin();
            List<Coroutine<Object>> children = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String own = "child " + i;
                children.add(script("child").onCancel(script("body").await(trial::future),
                        e -> {}, script("more").pause(pauses.get(i))
                                .raise(new CancelledError(own))));
            }
            Task<Object> gathering = trial.spawn(script("gathering").onCancel(
                    script("body").await(() -> Gather.of(children, true)),
                    error -> trial.say(error.getMessage())));
            trial.run(script("main").pause(3).run(() -> gathering.cancel("x")).pause(9));
            assertThat(trial.log()).containsExactly("child 1");
        }
    }

    @Test
    void aGatherWhoseChildrenAreAllDoneCannotBeCancelled() {
        Future<Object> child = t.future();
        t.run(script("main").run(() -> {
            Future<?> gather = Gather.of(List.of(child), false);
            gather.addDoneCallback(done -> t.say(done.result()));
            child.setResult(1);
            t.say(gather.cancel());
        }).pause(4));
        assertThat(t.log()).containsExactly("false", "[1]");
    }

    @Test
    void whatEndsAfterTheFirstErrorChangesNothing() {
        List<Future<Object>> children = Stream.generate(t::future).limit(5).toList();
        IllegalStateException error = new IllegalStateException();
        t.run(script("main").run(() -> {
            Future<?> gather = Gather.of(children, false);
            gather.addDoneCallback(done -> t.say("done with " + (done.exception() == error)));
            children.get(0).setResult(1);
            children.get(1).setException(error);
            t.loop().callLater(1, () -> {
                children.get(2).setResult(3);
                children.get(3).cancel();
                children.get(4).setException(new IllegalArgumentException());
            });
            t.loop().callLater(2, () -> t.say(gather.cancel()));
        }).sleep(3));
        assertThat(t.log()).containsExactly("done with true", "false");
        t.loop().close();
        assertThat(t.reports()).as("later errors count as retrieved").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofNothingItIsDoneAtOnce(PythonVersion python) {
        Trial trial = Trial.begin(python);
        trial.run(script("main").run(() -> {
            Future<?> gather = Gather.of(List.of(), false);
            trial.say(gather.result() + " " + gather.cancel());
        }));
        assertThat(trial.log()).containsExactly("[] false");
    }

    @Test
    void aCancelReachesEveryChildAndEndsEverything() {
        List<Task<Object>> children = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            children.add(t.spawn(script(name).onCancel(script("wait").await(t::future), e -> {
                t.say(name + " " + e.getMessage());
                throw e;
            })));
        }
        List<Future<?>> gather = new ArrayList<>();
        Task<Object> outer = t.spawn(script("outer").await(() -> {
            gather.add(Gather.of(children, false));
            return gather.get(0);
        }));
        t.run(script("main").pause(2).run(() -> t.say(outer.cancel("why"))).pause(5)
                .run(() -> t.say(gather.get(0).cancel())));
        assertThat(t.log()).containsExactly("true", "a why", "b why", "false");
        assertThat(children).allMatch(Task::isCancelled);
        assertThat(gather.get(0).isCancelled()).as("it has failed with a CancelledError").isFalse();
        assertThat(outer.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3.11,true", "3.13,true", "3.14,false"})
    void futuresOfAnotherLoopMakeItsGatherUntil313(String python, boolean allowed) {
        Trial trial = Trial.begin(PythonVersion.of(python));
        SimLoop other = trial.simulation().newLoop();
        Future<Object> foreign = other.createFuture();
        trial.run(script("main").run(() -> {
            if (allowed) {
                trial.say(Gather.of(List.of(foreign, foreign), false).loop() == other);
            } else {
                trial.say(catchThrowable(() -> Gather.of(List.of(foreign), false)).getMessage());
            }
            trial.say(catchThrowable(() -> Gather.of(List.of(foreign, trial.future()), false))
                    .getMessage());
        }));
        String refusal = "The future belongs to a different loop than the one specified as"
                + " the loop argument";
        assertThat(trial.log()).containsExactly(allowed ? "true" : refusal, refusal);
    }

    @Test
    void aDeadlockNamesTheChildrenThatAreNotDone() {
        Task<Object> quick = t.spawnNamed(script("quick"));
        Task<Object> slow = t.spawnNamed(script("slow").await(t::future));
        assertThat(Leftovers.waiting(t, script("main").await(
                () -> Gather.of(List.of(quick, slow, t.future()), true))))
                .containsExactly("slow for a future", "Task-1 for gather of task slow, a future");
    }
}
