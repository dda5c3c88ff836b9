package dev.countermand.loop;

/**
 * The CPython whose behaviour a simulation has: its compatibility level.
 *
 * <p>Every difference between versions that can be seen is a method here, so that the code that
 * depends on it says which difference it means, and a reader finds them all in one place. The facts
 * were measured on 3.11.7, 3.12.1, 3.13.0 and 3.14.2.
 */
public enum PythonVersion {
    /** CPython 3.11. */
    PYTHON_3_11("3.11"),
    /** CPython 3.12. */
    PYTHON_3_12("3.12"),
    /** CPython 3.13. */
    PYTHON_3_13("3.13"),
    /** CPython 3.14: the reference and the default. */
    PYTHON_3_14("3.14");

    private final String label;

    PythonVersion(String label) {
        this.label = label;
    }

    /** The version as people write it, such as {@code "3.14"}. */
    public String label() {
        return label;
    }

    private boolean since(PythonVersion version) {
        return compareTo(version) >= 0;
    }

    /** From 3.13 on, {@code uncancel()} that reaches 0 drops a cancellation not yet raised. */
    public boolean uncancelToZeroDropsPendingCancel() {
        return since(PYTHON_3_13);
    }

    /** From 3.12 on, {@code wait_for} runs in the caller's task, as a {@code timeout} block. */
    public boolean waitForIsATimeout() {
        return since(PYTHON_3_12);
    }

    /** From 3.12 on, {@code gather} of futures that are all done is done at once. */
    public boolean gatherOfDoneIsDone() {
        return since(PYTHON_3_12);
    }

    /** From 3.12 on, a task may run its first step at its creation. */
    public boolean hasEagerTasks() {
        return since(PYTHON_3_12);
    }

    /**
     * From 3.13 on, a task group takes its own cancel back at the end of its exit, not at the
     * start.
     */
    public boolean groupUncancelsAtEndOfExit() {
        return since(PYTHON_3_13);
    }

    /**
     * From 3.14 on, a group hears of a child that finished eagerly one iteration later, not at
     * once.
     */
    public boolean groupAlwaysSchedulesDoneCallback() {
        return since(PYTHON_3_14);
    }

    /** From 3.13 on, a task group closes a coroutine that it refuses. */
    public boolean groupClosesWhatItRefuses() {
        return since(PYTHON_3_13);
    }

    /** From 3.13 on, subclasses of CancelledError count as cancellation in timeouts and groups. */
    public boolean cancelledErrorSubclassesCount() {
        return since(PYTHON_3_13);
    }

    /**
     * From 3.13 on, {@code condition.wait} passes a notification on and keeps the cancel message.
     */
    public boolean conditionPassesNotifyOn() {
        return since(PYTHON_3_13);
    }

    /** From 3.13 on, {@code condition.wait} makes its future before it lets go of the lock. */
    public boolean conditionMakesWaiterFirst() {
        return since(PYTHON_3_13);
    }

    /** From 3.14 on, {@code gather} is of the running loop, before of that of its first future. */
    public boolean gatherBelongsToRunningLoop() {
        return since(PYTHON_3_14);
    }

    /** From 3.13 on, a semaphore wakes as many waiters as it has permits, not one. */
    public boolean semaphoreWakesAllItCan() {
        return since(PYTHON_3_13);
    }

    /** From 3.13 on, queues can be shut down. */
    public boolean hasQueueShutdown() {
        return since(PYTHON_3_13);
    }

    /**
     * From 3.13 on, {@code as_completed} builds its tasks at the call, before at the first item.
     */
    public boolean asCompletedStartsAtCall() {
        return since(PYTHON_3_13);
    }

    /** From 3.12 on, the default executor's shutdown takes a timeout; it works from 3.13 on. */
    public boolean executorShutdownTimesOut() {
        return since(PYTHON_3_13);
    }

    /** From 3.13 on, {@code sleep(nan)} raises. */
    public boolean sleepRefusesNaN() {
        return since(PYTHON_3_13);
    }

    /** From 3.14 on, a late error of a shielded task goes to the exception handler. */
    public boolean shieldReportsLateErrors() {
        return since(PYTHON_3_14);
    }

    /** From 3.14 on, a shield adds a callback of its own to the inner future first. */
    public boolean shieldTracksWhoAwaits() {
        return since(PYTHON_3_14);
    }

    /** From 3.12 on, the exception handler runs in the context of what the report is about. */
    public boolean handlerRunsInSubjectsContext() {
        return since(PYTHON_3_12);
    }

    /** Until 3.12, a task with a name uses up one of the automatic numbers too. */
    public boolean namedTasksUseANumber() {
        return !since(PYTHON_3_13);
    }

    /**
     * Until 3.13, {@code Runner.run} of something that cannot be run is the first thing checked.
     */
    public boolean runnerChecksCoroutineFirst() {
        return !since(PYTHON_3_14);
    }

    /** The least number of parties, as the error text of {@code Barrier} says it. */
    public String barrierPartiesText() {
        return since(PYTHON_3_14) ? "parties must be >= 1" : "parties must be > 0";
    }

    /** What the TypeError says when something of this type stands in an {@code await}. */
    public String notAwaitableText(String typeName) {
        return since(PYTHON_3_14)
                ? "'" + typeName + "' object can't be awaited"
                : "object " + typeName + " can't be used in 'await' expression";
    }

    /**
     * The version with a label.
     *
     * @param label such as {@code "3.13"}
     * @throws IllegalArgumentException if it is not one of the four
     */
    public static PythonVersion of(String label) {
        for (PythonVersion version : values()) {
            if (version.label.equals(label)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "expected a Python version, one of 3.11, 3.12, 3.13, 3.14, but found " + label);
    }
}
