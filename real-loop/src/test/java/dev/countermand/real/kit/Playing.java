package dev.countermand.real.kit;

import static dev.countermand.asyncio.Asyncio.asCompleted;
import static dev.countermand.asyncio.Asyncio.asyncFor;
import static dev.countermand.asyncio.Asyncio.asyncGenerator;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.coroutine;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.runInExecutor;
import static dev.countermand.asyncio.Asyncio.shield;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.toThread;
import static dev.countermand.asyncio.Asyncio.waitFor;
import static dev.countermand.asyncio.Asyncio.waitUntil;
import static dev.countermand.asyncio.Scopes.closing;
import static dev.countermand.asyncio.Scopes.hold;
import static dev.countermand.asyncio.Scopes.taskGroup;
import static dev.countermand.asyncio.Scopes.timeout;

import dev.countermand.asyncio.Held;
import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.ReturnWhen;
import dev.countermand.loop.combine.Wait;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.loop.sync.QueueOrder;
import dev.countermand.loop.sync.Semaphore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of a program: what its tasks share, and how each step is done. */
final class Playing {
    private final Recording recording;
    private final TimedProgram.Job jobs;
    private final Lock lock = new Lock("lock");
    private final Condition condition = new Condition("condition", new Lock("its lock"));
    private final Semaphore semaphore = new Semaphore("semaphore", 2);
    private final Queue<Integer> queue = new Queue<>("queue", 1, QueueOrder.fifo());
    private final Event event = new Event("event");
    private List<Task<Object>> tasks = List.of();
    private int made;

    Playing(Recording recording, TimedProgram.Job jobs) {
        this.recording = recording;
        this.jobs = jobs;
    }

    void know(List<Task<Object>> all) {
        tasks = List.copyOf(all);
    }

    void say(String text) {
        Task<?> task = getRunningLoop().currentTask();
        recording.add(getRunningLoop().nanos(),
                (task == null ? "callback" : task.name()) + ": " + text);
    }

    /** A value or an error without what differs from run to run. */
    static String inWords(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(Playing::inWords).toList().toString();
        }
        return value instanceof Throwable error
                ? error.getClass().getSimpleName() + "(" + error.getMessage() + ")"
                : String.valueOf(value);
    }

    void run(List<Step> body) {
        for (Step step : body) {
            say(step.deed() + " begins");
            Object value = step.deed().hasSlot() ? timed(step) : untimed(step);
            say(step.deed() + " gives " + inWords(value));
        }
    }

    private Object timed(Step step) {
        Duration until = recording.until(getRunningLoop(), step.slot());
        switch (step.deed()) {
            case SLEEP -> sleep(until);
            case TIMER -> getRunningLoop().callLater(until, () -> say("timer " + step.slot()));
            case TIMEOUT -> timeout(until, () -> run(step.inner().get(0)));
            case WAIT_FOR -> {
                return waitFor(coroutineOf(step, 0), until);
            }
            case AWAIT_FIRST -> {
                Wait.Result result =
                        waitUntil(ReturnWhen.FIRST_COMPLETED, tasksOf(step), until);
                return result.done().size() + " of " + step.inner().size() + " done";
            }
            case CLEANUP -> cleanUp(step);
            default -> {
                return until.isNegative() || until.isZero() ? "too late" : job(step, until);
            }
        }
        return null;
    }

    private Object job(Step step, Duration takes) {
        switch (step.deed()) {
            case JOB -> {
                return toThread(takes, () -> spend(takes, step.slot()));
            }
            case FAILING_JOB -> {
                return await(runInExecutor(takes, () -> {
                    throw new ValueError("job " + spend(takes, step.slot()));
                }));
            }
            default -> {
                runInExecutor(takes, () -> spend(takes, step.slot()));
                return "nothing yet";
            }
        }
    }

    private int spend(Duration time, int slot) throws InterruptedException {
        jobs.spend(time);
        return slot;
    }

    private void cleanUp(Step step) {
        try {
            run(step.inner().get(0));
        } catch (CancelledError cancelled) {
            say("cleans up");
            sleep(recording.until(getRunningLoop(), step.slot()));
            throw cancelled;
        } finally {
            say("has cleaned up");
        }
    }

    private Object untimed(Step step) {
        switch (step.deed()) {
            case PAUSE -> pause(step.number());
            case PUT -> await(queue.put(step.number()));
            case GET -> {
                return await(queue.get());
            }
            case SET -> event.set();
            case AWAIT_EVENT -> await(event.waitFor());
            case NOTIFY -> {
                try (Held held = hold(condition)) {
                    condition.notify(step.number());
                }
            }
            case AWAIT_NOTICE -> {
                try (Held held = hold(condition)) {
                    await(condition.waitFor());
                }
            }
            case CANCEL -> {
                return tasks.get(step.number() % tasks.size()).cancel("by a step");
            }
            case RAISE -> throw new ValueError("raised " + step.number());
            case CALLBACK_ERROR -> getRunningLoop().callSoon(() -> {
                throw new ValueError("in a callback");
            });
            default -> {
                return around(step);
            }
        }
        return null;
    }

    private Object around(Step step) {
        List<Step> body = step.inner().get(0);
        switch (step.deed()) {
            case LOCKED -> {
                try (Held held = hold(lock)) {
                    run(body);
                }
            }
            case PERMITTED -> {
                try (Held held = hold(semaphore)) {
                    run(body);
                }
            }
            case GROUP -> taskGroup(group -> {
                for (List<Step> inner : step.inner()) {
                    group.createTask(name(), () -> run(inner));
                }
            });
            case GATHER -> {
                return await(gatherWithErrors(tasksOf(step)));
            }
            case SHIELD -> await(shield(tasksOf(step).get(0)));
            case CATCH -> {
                try {
                    run(body);
                } catch (Exception error) {
                    return error;
                }
            }
            case GENERATOR -> iterate(body);
            case AS_COMPLETED -> {
                for (Coroutine<Object> next : asCompleted(tasksOf(step))) {
                    await(next);
                    say("another one");
                }
            }
            default -> throw new IllegalArgumentException(step.deed().name());
        }
        return null;
    }

    private void iterate(List<Step> body) {
        AsyncGenerator<Integer> generator = asyncGenerator(name(), out -> {
            for (Step step : body) {
                run(List.of(step));
                out.yield(step.number());
            }
        });
        try (Held open = closing(generator)) {
            for (Integer number : asyncFor(generator)) {
                say("is given " + number);
            }
        }
    }

    private static void pause(int times) {
        for (int i = 0; i <= times; i++) {
            sleep(Duration.ZERO);
        }
    }

    private String name() {
        return "inner" + made++;
    }

    private Coroutine<Object> coroutineOf(Step step, int place) {
        return coroutine(name(), () -> run(step.inner().get(place)));
    }

    private List<Task<Object>> tasksOf(Step step) {
        List<Task<Object>> started = new ArrayList<>();
        for (List<Step> body : step.inner()) {
            started.add(createTask(name(), () -> run(body)));
        }
        return started;
    }
}
