package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code async with} blocks, and what changes the deadline of one. Times are in seconds. */
public sealed interface ScopeOperation extends Operation {

    /** {@code async with asyncio.timeout(delay) as as: body}; {@code delay} may give null. */
    record Timeout(
            String pointer, Expression delay, @Nullable String as, List<Operation> body)
            implements ScopeOperation {
        public Timeout {
            body = List.copyOf(body);
        }
    }

    /** {@code async with asyncio.timeout_at(when) as as: body}; {@code when} may give null. */
    record TimeoutAt(
            String pointer, Expression when, @Nullable String as, List<Operation> body)
            implements ScopeOperation {
        public TimeoutAt {
            body = List.copyOf(body);
        }
    }

    /** {@code timeout.reschedule(when)}; {@code when} may give null. Does not wait. */
    record Reschedule(String pointer, String timeout, Expression when) implements ScopeOperation {}

    /** {@code async with asyncio.TaskGroup() as as: body}. */
    record TaskGroup(String pointer, String as, List<Operation> body) implements ScopeOperation {
        public TaskGroup {
            body = List.copyOf(body);
        }
    }

    /** {@code async with on: body}, on a lock, condition or semaphore. */
    record With(String pointer, String on, List<Operation> body) implements ScopeOperation {
        public With {
            body = List.copyOf(body);
        }
    }
}
