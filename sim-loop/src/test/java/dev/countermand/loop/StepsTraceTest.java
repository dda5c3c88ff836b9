package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.run.ShutdownExecutor;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the trace calls each step, and to whom it ascribes what is scheduled and cancelled. */
class StepsTraceTest {
    private final Trial t = Trial.begin();

    private static <E extends TraceEvent> List<E> events(Trial trial, Class<E> kind) {
        return trial.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void eachStepHasTheNameOfWhatRuns() {
        Future<Object> future = t.future();
        future.addDoneCallback(done -> {});
        t.loop().callSoon(() -> future.setResult(1));
        t.loop().callLater(5, () -> {});
        t.loop().callSoon(t.saying("not reached")).cancel();
        t.run(script("main").pause(1).sleep(9));
        assertThat(events(t, TraceEvent.Ran.class)).extracting(TraceEvent.Ran::what)
                .containsExactly("callback", "Task-1", "done callback of a future", "Task-1",
                        "timer", "timer", "Task-1", "done callback of task Task-1");
    }

    @Test
    void whatIsScheduledSaysByWhomAndWhenItIsDue() {
        t.run(script("main").run(() -> t.loop().callLater(5, () -> t.loop().callSoon(() -> {})))
                .sleep(9));
        assertThat(events(t, TraceEvent.Scheduled.class))
                .extracting(TraceEvent.Scheduled::what, TraceEvent.Scheduled::by,
                        TraceEvent.Scheduled::dueNanos)
                .containsExactly(
                        tuple("Task-1", null, null),
                        tuple("timer", "Task-1", 5L),
                        tuple("timer", "Task-1", 9L),
                        tuple("callback", "timer", null),
                        tuple("done callback of task Task-1", "Task-1", null));
    }

    @Test
    void whatComesFromOutsideIsNobodysDoing() {
        Task<Object> worker = t.spawnNamed(script("worker").await(t::future));
        t.loop().arriveAt(5, "outside", worker::cancel);
        t.loop().callLater(7, () -> t.spawnNamed(script("other").await(t::future)).cancel());
        t.run(script("main").sleep(9));
        assertThat(events(t, TraceEvent.Cancelled.class))
                .extracting(TraceEvent.Cancelled::task, TraceEvent.Cancelled::by)
                .containsExactly(tuple("worker", null), tuple("other", "timer"));
    }

    @Test
    void whatTheHostDoesBetweenTwoRunsIsNobodysDoing() {
        Task<Object> worker = t.spawnNamed(script("worker").await(t::future));
        t.run(script("main").pause(1));
        worker.cancel();
        assertThat(events(t, TraceEvent.Cancelled.class)).singleElement()
                .extracting(TraceEvent.Cancelled::by).isNull();
    }

    @Test
    void jobsAndTheirShutdownAreNamedInAwaits() {
        t.run(script("main").await(() -> t.loop().runInExecutor(Duration.ofNanos(3), () -> 1))
                .await(() -> new ShutdownExecutor(t.loop(), Duration.ofSeconds(1))));
        assertThat(events(t, TraceEvent.Awaited.class)).extracting(TraceEvent.Awaited::on)
                .containsExactly("an executor job", "the executor's jobs");
    }

    @Test
    void anOrderOfTheReadyQueueIsLabelledWithItsHandlesInOrder() {
        Trial trial = Trial.begin(new Picks(ChoiceKind.READY, 1));
        trial.loop().callSoon(trial.saying("first"));
        trial.spawnNamed(script("worker").run(trial.saying("second")));
        trial.run(script("main").run(trial.saying("third")));
        assertThat(trial.log()).containsExactly("second", "first", "third");
        assertThat(trial.simulation().choices().recorded())
                .filteredOn(choice -> choice.kind() == ChoiceKind.READY)
                .extracting(Choice::label, Choice::pick)
                .startsWith(tuple("callback, worker, Task-1", "worker at worker:0"),
                        tuple("callback, Task-1", "callback"));
    }

    @Test
    void aLivelockNamesTheTaskThatNeverRests() {
        Trial trial = Trial.begin(20);
        assertThat(catchThrowable(() -> trial.run(script("main").pause(50))))
                .isInstanceOfSatisfying(Livelock.class, livelock ->
                        assertThat(livelock.busiest()).isEqualTo("Task-1"));
    }

    @Test
    void choicesKnowTheStepBeforeThem() {
        Trial trial = Trial.begin(new Picks(ChoiceKind.TIMER_TIE, 1));
        trial.loop().callLater(5, () -> {});
        trial.loop().callLater(5, () -> {});
        trial.run(script("main").pause(2).sleep(9));
        assertThat(trial.simulation().choices().recorded())
                .filteredOn(choice -> choice.kind() == ChoiceKind.TIMER_TIE)
                .first().satisfies(choice -> {
                    assertThat(choice.step()).isEqualTo(3);
                    assertThat(choice.label()).isEqualTo("due at 5 ns");
                });
    }

    /** What a scheduler is told of each alternative of the first choice of a kind. */
    private static List<String> firstAsked(ChoiceKind kind, Consumer<Trial> program) {
        List<String> told = new ArrayList<>();
        Trial trial = Trial.begin((asked, about, bound) -> {
            if (asked == kind && told.isEmpty()) {
                for (int i = 0; i < bound; i++) {
                    told.add(about.actor(i) + " " + about.describe(i) + " " + about.standing(i));
                }
            }
            return 0;
        });
        program.accept(trial);
        return told;
    }

    @Test
    void whoCanRunNextIsToldByNumberAndName() {
        assertThat(firstAsked(ChoiceKind.READY, trial -> {
            Task<Object> worker = trial.spawnNamed(script("worker"));
            worker.addDoneCallback(done -> {});
            trial.loop().callSoon(() -> {});
            trial.run(script("main"));
        })).containsExactly(
                "1 worker at worker:0 UNKNOWN", "0 callback UNKNOWN", "2 Task-1 at main:0 UNKNOWN");
    }

    @Test
    void aTaskThatWasWokenAndATimerAreToldAsTheirTasks() {
        assertThat(firstAsked(ChoiceKind.TIMER_TIE, trial -> {
            trial.loop().callLater(5, () -> {});
            trial.spawnNamed(script("sleeper").sleep(5));
            trial.run(script("main").sleep(9));
        })).containsExactly("0 timer UNKNOWN", "1 sleeper at sleeper:0 UNKNOWN");
        assertThat(firstAsked(ChoiceKind.READY, trial -> {
            Future<Object> future = trial.future();
            Task<Object> waiter = trial.spawnNamed(script("waiter").await(() -> future));
            trial.loop().callLater(5, () -> {
                future.setResult(1);
                trial.loop().callSoon(() -> {});
            });
            trial.loop().runUntilComplete(waiter);
        })).containsExactly("1 waiter at waiter:0 UNKNOWN", "0 callback UNKNOWN");
    }

    @Test
    void whoCanBeCancelledIsToldWithHowFarItHasCome() {
        assertThat(firstAsked(ChoiceKind.CANCEL, trial -> {
            Task<Object> waiting = trial.spawnNamed(script("waiting").await(trial::future));
            trial.run(script("main").run(() -> {
                Task<Object> fresh = trial.spawnNamed(script("fresh").await(trial::future));
                trial.loop().mayCancel(waiting, 1, null);
                trial.loop().mayCancel(fresh, 1, null);
                trial.loop().mayCancel(fresh, 0, null);
            }).pause(2));
        })).containsExactly(
                "0 none UNKNOWN", "1 waiting at waiting:0 WAITING", "3 fresh at fresh:0 NEW");
    }
}
