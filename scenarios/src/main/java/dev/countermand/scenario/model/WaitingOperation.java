package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations that wait for awaitables, time or a job. Times are in seconds. */
public sealed interface WaitingOperation extends Operation {

    /** {@code as = await asyncio.sleep(delay, result)}; {@code result} is null unless given. */
    record Sleep(String pointer, Expression delay, Expression result, @Nullable String as)
            implements WaitingOperation {}

    /** {@code as = await on}. */
    record Await(String pointer, Awaitable on, @Nullable String as) implements WaitingOperation {}

    /**
     * {@code done, pending = await asyncio.wait(on, ..)}; the items of {@code on} are references
     * only. {@code timeout} is the literal null (none) unless given.
     */
    record Wait(
            String pointer,
            AwaitableList on,
            Expression timeout,
            ReturnWhen returnWhen,
            WaitNames names)
            implements WaitingOperation {}

    /** The variables that receive the sorted names of the done and the pending tasks. */
    record WaitNames(@Nullable String done, @Nullable String pending) {}

    /**
     * {@code for f in asyncio.as_completed(on, timeout=timeout): as = await f; body}; {@code
     * timeout} is the literal null (none) unless given.
     */
    record AsCompleted(
            String pointer,
            AwaitableList on,
            Expression timeout,
            String as,
            List<Operation> body)
            implements WaitingOperation {
        public AsCompleted {
            body = List.copyOf(body);
        }
    }

    /**
     * {@code as = await loop.run_in_executor(None, job)}: a job that takes {@code duration} seconds
     * of virtual time and then has this outcome.
     */
    record RunInExecutor(
            String pointer, Expression duration, JobOutcome outcome, @Nullable String as)
            implements WaitingOperation {}

    /** How an executor's job ends. */
    sealed interface JobOutcome {

        /** The job returns the value, which is the literal null unless given. */
        record Returns(Expression result) implements JobOutcome {}

        /** The job raises a new error. */
        record Raises(NewError error) implements JobOutcome {}
    }
}
