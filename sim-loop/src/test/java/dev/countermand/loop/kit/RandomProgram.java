package dev.countermand.loop.kit;

import static dev.countermand.loop.kit.Script.script;

import dev.countermand.loop.Task;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.Shield;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.loop.sync.QueueOrder;
import dev.countermand.loop.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A program of a few tasks that share a lock, a queue and an event, made up by chance.
 *
 * @param bodies what each task does, one after the other
 */
public record RandomProgram(List<List<Step>> bodies) {
    /** What a task can do. */
    enum Deed {
        PAUSE, SLEEP, LOCK, PUT, GET, SET, WAIT, CANCEL,
        TIMEOUT, GATHER, SHIELD, JOB, TIMERS, CHOOSE
    }

    /** One deed with a small number that says how, or how long, or with whom. */
    record Step(Deed deed, int number) {}

    /** What a run of a program showed. */
    public record Outcome(Trial trial, List<TraceEvent> events, String end) {}

    /** Programs of up to four tasks with up to six deeds each. */
    public static Arbitrary<RandomProgram> programs() {
        Arbitrary<Step> step = Combinators.combine(
                Arbitraries.of(Deed.values()), Arbitraries.integers().between(0, 3)).as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(6)
                .list().ofMinSize(1).ofMaxSize(4)
                .map(RandomProgram::new);
    }

    /** Runs it with somebody's choices; task 0 may be cancelled at any moment. */
    public Outcome run(Scheduler scheduler) {
        Trial trial = Trial.begin(scheduler);
        String end;
        try {
            end = "returned " + trial.run(new Play(trial).main());
        } catch (Throwable error) {
            end = error.toString();
        }
        return new Outcome(trial, trial.events(), end);
    }

    /** One run of the program: its shared objects and its tasks. */
    private final class Play {
        private final Trial trial;
        private final Lock lock = new Lock("lock");
        private final Queue<Object> queue = new Queue<>("queue", 1, QueueOrder.fifo());
        private final Event event = new Event("event");
        private final List<Task<Object>> tasks = new ArrayList<>();

        Play(Trial trial) {
            this.trial = trial;
        }

        Script main() {
            return script("main")
                    .run(this::begin)
                    .await(() -> Gather.of(tasks, true));
        }

        private void begin() {
            for (int i = 0; i < bodies.size(); i++) {
                Script body = script("task" + i);
                bodies.get(i).forEach(step -> add(body, step));
                tasks.add(trial.spawnNamed(body));
            }
            trial.loop().mayCancel(tasks.get(0), 1, "explorer");
        }

        private void add(Script body, Step step) {
            int number = step.number();
            switch (step.deed()) {
                case PAUSE -> body.pause(number + 1);
                case SLEEP -> body.sleep(number);
                case LOCK -> body.await(lock::acquire).pause(number).run(lock::release);
                case PUT -> body.await(() -> queue.put(number));
                case GET -> body.await(queue::get, trial::say);
                case SET -> body.run(event::set);
                case WAIT -> body.await(event::waitFor);
                case CANCEL -> body.run(() -> tasks.get(number % tasks.size()).cancel());
                case TIMEOUT -> body.attempt(
                        script("limited").timeout(() -> trial.timeoutIn(number),
                                script("slow").sleep(2)),
                        TimeoutError.class, error -> trial.say("timeout"));
                case GATHER -> body.await(() -> Gather.of(
                        List.of(new Sleep<>(number, 1), new Sleep<>(1, 2)), true), trial::say);
                case SHIELD -> body.await(() -> Shield.of(new Sleep<>(number, 3)));
                case JOB -> body.await(() -> trial.loop()
                        .runInExecutor(Duration.ofNanos(number), () -> number), trial::say);
                case TIMERS -> body.run(() -> addTimers(number));
                case CHOOSE -> body.run(() -> trial.say(trial.simulation().choices()
                        .choose(ChoiceKind.CHOOSE, Alternatives.numbered("data"), number + 2)));
            }
        }

        private void addTimers(int number) {
            for (int i = 0; i <= number; i++) {
                trial.loop().callLater(number, trial.saying("timer " + number + "." + i));
            }
        }
    }
}
