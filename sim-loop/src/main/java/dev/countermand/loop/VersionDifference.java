package dev.countermand.loop;

import static dev.countermand.loop.PythonVersion.PYTHON_3_12;
import static dev.countermand.loop.PythonVersion.PYTHON_3_13;
import static dev.countermand.loop.PythonVersion.PYTHON_3_14;

import java.util.Locale;

/**
 * One way in which versions of CPython differ that a program can see.
 *
 * <p>All of them are here, each once, with the words that the documentation and the command {@code
 * compare} use. The code that depends on one asks {@link Compatibility#has} for it by name. The
 * facts were measured on 3.11.7, 3.12.1, 3.13.0 and 3.14.2.
 */
public enum VersionDifference {
    /** {@code wait_for} runs its argument in the caller's task. */
    WAIT_FOR_IS_A_TIMEOUT(PYTHON_3_12, "`wait_for`",
            "its argument becomes a task; a result beats a cancellation or timeout that comes with"
                    + " it",
            "a `timeout` block in the caller's task"),
    /** {@code wait_for} of something that cannot be awaited leaves nothing behind. */
    REFUSED_WAIT_FOR_LEAVES_NO_TIMER(PYTHON_3_12,
            "`wait_for` of what cannot be awaited, with a limit",
            "its timer is set first and stays",
            "raises, and leaves no timer"),
    /** {@code gather} of futures that are all done does not wait. */
    GATHER_OF_DONE_IS_DONE(PYTHON_3_12, "`gather` of futures that are all done",
            "done two iterations later",
            "done at once"),
    /** The exception handler runs in the context of what the report is about. */
    HANDLER_RUNS_IN_SUBJECTS_CONTEXT(PYTHON_3_12, "the exception handler runs in",
            "the caller's context",
            "the context of the task, future or handle reported"),
    /** A task may run its first step at its creation. */
    EAGER_TASKS(PYTHON_3_12, "eager tasks",
            "none",
            "the first step runs in the constructor"),
    /** {@code uncancel()} that reaches 0 drops a cancellation not yet raised. */
    UNCANCEL_TO_ZERO_DROPS_PENDING_CANCEL(PYTHON_3_13, "`uncancel()` that reaches 0",
            "a cancellation not yet raised still comes",
            "it is dropped"),
    /** A task group takes its own cancel back at the end of its exit, not at the start. */
    GROUP_UNCANCELS_AT_END_OF_EXIT(PYTHON_3_13, "a task group takes back its own cancel",
            "as its exit begins",
            "as its exit ends; with errors and a request from outside, it asks again"),
    /** A task group closes a coroutine that it refuses. */
    GROUP_CLOSES_WHAT_IT_REFUSES(PYTHON_3_13, "a coroutine that a task group refuses",
            "can still be awaited",
            "is closed"),
    /** Subclasses of CancelledError count as cancellation in timeouts and groups. */
    CANCELLED_ERROR_SUBCLASSES_COUNT(PYTHON_3_13,
            "a subclass of CancelledError in a timeout or group",
            "an error like others",
            "a cancellation"),
    /** {@code condition.wait} makes its future before it lets go of the lock. */
    CONDITION_MAKES_WAITER_FIRST(PYTHON_3_13, "`condition.wait` makes its future",
            "after it let go of the lock",
            "before"),
    /** {@code condition.wait} passes a notification on and keeps the cancel message. */
    CONDITION_PASSES_NOTIFY_ON(PYTHON_3_13, "`condition.wait` that ends with an error",
            "keeps the notification; loses the message of a cancel that came while it took the"
                    + " lock",
            "passes the notification on, keeps the message"),
    /** A semaphore wakes as many waiters as it has permits, not one. */
    SEMAPHORE_WAKES_ALL_IT_CAN(PYTHON_3_13, "a semaphore wakes",
            "one waiter",
            "as many as it can"),
    /** Queues can be shut down. */
    QUEUE_SHUTDOWN(PYTHON_3_13, "queues",
            "cannot be shut down",
            "`shutdown()`"),
    /** {@code as_completed} builds its tasks at the call, not at the first item. */
    AS_COMPLETED_STARTS_AT_CALL(PYTHON_3_13, "`as_completed` starts its tasks",
            "at the first item",
            "at the call"),
    /** The default executor's shutdown has a limit: 3.12 takes one, from 3.13 on it works. */
    EXECUTOR_SHUTDOWN_TIMES_OUT(PYTHON_3_13, "the shutdown of the executor waits",
            "for every job",
            "for 300 s at most"),
    /** {@code sleep(nan)} raises. */
    SLEEP_REFUSES_NAN(PYTHON_3_13, "`sleep(nan)`",
            "returns",
            "ValueError"),
    /** A task with a name uses up none of the automatic numbers. */
    NAMED_TASKS_USE_NO_NUMBER(PYTHON_3_13, "a task with a name uses up a `Task-N`",
            "yes",
            "no"),
    /** {@code create_task} and a group's take {@code eager_start}. */
    EAGER_START_ARGUMENT(PYTHON_3_14, "`create_task(eager_start=..)`",
            "TypeError",
            "accepted"),
    /** A group hears of a child that finished eagerly one iteration later, not at once. */
    GROUP_ALWAYS_SCHEDULES_DONE_CALLBACK(PYTHON_3_14, "a group's child that finished eagerly",
            "heard of at once",
            "heard of an iteration later"),
    /** {@code gather} is of the running loop, not of that of its first future. */
    GATHER_BELONGS_TO_RUNNING_LOOP(PYTHON_3_14, "`gather` belongs to",
            "the loop of its first future",
            "the running loop; other futures are a ValueError"),
    /** A late error of a shielded task goes to the exception handler. */
    SHIELD_REPORTS_LATE_ERRORS(PYTHON_3_14,
            "an error of a shielded task whose waiter was cancelled",
            "dropped",
            "reported to the exception handler"),
    /** A shield adds a callback of its own to the inner future first. */
    SHIELD_TRACKS_WHO_AWAITS(PYTHON_3_14, "`shield` adds to its inner future",
            "one callback",
            "two: who awaits whom is noted"),
    /** The words about the least number of parties. */
    BARRIER_TEXT(PYTHON_3_14, "`Barrier(0)` says",
            "`parties must be > 0`",
            "`parties must be >= 1`"),
    /** The words about something in an {@code await} that cannot stand there. */
    NOT_AWAITABLE_TEXT(PYTHON_3_14, "`await` of another object says",
            "`object X can't be used in 'await' expression`",
            "`'X' object can't be awaited`");

    private final PythonVersion since;
    private final String what;
    private final String before;
    private final String after;

    VersionDifference(PythonVersion since, String what, String before, String after) {
        this.since = since;
        this.what = what;
        this.before = before;
        this.after = after;
    }

    /** The first version that has the newer behaviour. */
    public PythonVersion since() {
        return since;
    }

    /** What differs, in Markdown: the start of a sentence that the two behaviours complete. */
    public String what() {
        return what;
    }

    /** The behaviour before {@link #since}, in Markdown. */
    public String before() {
        return before;
    }

    /** The behaviour from {@link #since} on, in Markdown. */
    public String after() {
        return after;
    }

    /** Its name in reports, such as {@code wait-for-is-a-timeout}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
