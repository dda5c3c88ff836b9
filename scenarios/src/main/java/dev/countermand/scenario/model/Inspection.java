package dev.countermand.scenario.model;

/** Expressions that look at the state of the loop or of one thing in it, given by reference. */
public sealed interface Inspection extends Expression {

    /** {@code task.done()}. */
    record Done(String task) implements Inspection {}

    /** {@code task.cancelled()}. */
    record Cancelled(String task) implements Inspection {}

    /** {@code task.cancelling()}. */
    record Cancelling(String task) implements Inspection {}

    /** {@code future.result()}. */
    record Result(String future) implements Inspection {}

    /** The type's name of {@code future.exception()}, or null. */
    record ExceptionOf(String future) implements Inspection {}

    /** The type's name of the error that {@code except .. as} has bound. */
    record NameOfError(String error) implements Inspection {}

    /** {@code str(error)}, of the error that {@code except .. as} has bound. */
    record TextOfError(String error) implements Inspection {}

    /** {@code task.get_name()}. */
    record TaskName(String task) implements Inspection {}

    /** {@code lock.locked()}. */
    record Locked(String lock) implements Inspection {}

    /** {@code queue.qsize()}. */
    record QueueSize(String queue) implements Inspection {}

    /** {@code event.is_set()}. */
    record IsSet(String event) implements Inspection {}

    /** {@code barrier.n_waiting}. */
    record WaitingCount(String barrier) implements Inspection {}

    /** {@code contextvar.get()}. */
    record ContextValue(String contextvar) implements Inspection {}

    /** {@code timeout.expired()}. */
    record Expired(String timeout) implements Inspection {}

    /** {@code timeout.when()}: loop time in seconds, or null. */
    record TimeoutWhen(String timeout) implements Inspection {}

    /** {@code loop.time()}, in seconds since the loop was created. */
    record LoopTime() implements Inspection {}

    /** {@code asyncio.current_task().get_name()}. */
    record CurrentTaskName() implements Inspection {}

    /** The sorted names of {@code asyncio.all_tasks()}, the unfinished tasks. */
    record AllTaskNames() implements Inspection {}
}
