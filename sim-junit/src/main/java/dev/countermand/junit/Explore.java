package dev.countermand.junit;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * What a test tells the explorer: which tasks may be cancelled, which values are open, what must
 * always hold. Use it from the test's own code, inside the run.
 */
public final class Explore {
    private final Simulation world;
    private final List<Task<?>> mustHonour = new ArrayList<>();
    private final Map<String, BooleanSupplier> always = new LinkedHashMap<>();

    Explore(Simulation world) {
        this.world = world;
        world.afterEachStep(this::checkAlways);
    }

    /** Lets the explorer cancel a task once, between any two steps from now on. */
    public void mayCancel(Task<?> task) {
        mayCancel(task, 1);
    }

    /**
     * Lets the explorer cancel a task, between any two steps from now on.
     *
     * @param times how often at most, at least 1
     * @throws IllegalArgumentException if it is less
     */
    public void mayCancel(Task<?> task, int times) {
        if (times < 1) {
            throw new IllegalArgumentException(
                    "mayCancel: expected a number of times of at least 1, but it is " + times);
        }
        SimLoop.running().mayCancel(task, times, null);
    }

    /** Lets the explorer cancel the running task once, between any two steps from now on. */
    public void mayCancel() {
        Task<?> running = SimLoop.running().currentTask();
        if (running == null) {
            throw new IllegalStateException("mayCancel: expected to be called by a task, but no"
                    + " task runs here; name one with mayCancel(task)");
        }
        mayCancel(running);
    }

    /** Demands that a task that is cancelled while it runs ends cancelled. */
    public void mustHonour(Task<?> task) {
        mustHonour.add(task);
    }

    /**
     * Leaves a value open: each schedule picks one. The first is what is picked without need.
     *
     * @param label what the value means, for the report
     * @param values at least one
     * @throws IllegalArgumentException without any
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> T choose(String label, T... values) {
        return choose(label, List.of(values));
    }

    /** The same with a list. */
    public <T> T choose(String label, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "choose: expected at least one value for \"" + label + "\"");
        }
        T value = values.get(world.choices().choose(ChoiceKind.CHOOSE, label, values));
        note(label + " = " + value);
        return value;
    }

    /**
     * Checks a condition after each step from now on, until it does not hold for the first time.
     *
     * @param name what holds, for the report
     * @param condition must neither await nor change anything; one that throws does not hold
     */
    public void always(String name, BooleanSupplier condition) {
        always.put(name, condition);
    }

    /** Says something that the report shows in the lane of the task that says it. */
    public void note(String text) {
        SimLoop loop = SimLoop.runningOrNull();
        Task<?> task = loop == null ? null : loop.currentTask();
        world.log(task == null ? null : task.name(), "log", Map.of("text", text));
    }

    /** The same with a value, which is shown behind an equals sign. */
    public void note(String text, Object value) {
        note(text + " = " + value);
    }

    /**
     * Random numbers that belong to the schedule: the same for the same schedule, other ones in
     * others.
     */
    public RandomGenerator random() {
        return Sim.of(SimLoop.running()).random();
    }

    private void checkAlways() {
        if (always.isEmpty()) {
            return;
        }
        List<String> broken = new ArrayList<>();
        always.forEach((name, condition) -> {
            if (!holds(condition)) {
                broken.add(name);
            }
        });
        for (String name : broken) {
            always.remove(name);
            world.violated(null, Violation.Kind.PROPERTY, name);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException | AssertionError error) {
            return false;
        }
    }

    /** The test has ended: says which tasks did not honour their cancellation. */
    void atEnd() {
        for (Task<?> task : mustHonour) {
            if (task.isDone() && !task.isCancelled() && task.cancelling() > 0) {
                world.findings().violated(Violation.Kind.MUST_HONOUR,
                        "task " + task.name() + " was cancelled and ended otherwise");
            }
        }
    }
}
