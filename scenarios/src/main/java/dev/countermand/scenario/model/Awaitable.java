package dev.countermand.scenario.model;

import java.util.List;

/** What can be awaited: a variable, a fresh coroutine, or an asyncio function around others. */
public sealed interface Awaitable {

    /** The task or future that a variable holds. */
    record Reference(String name) implements Awaitable {}

    /** {@code coroutine(*args)}. */
    record CoroutineCall(String coroutine, List<Expression> args) implements Awaitable {
        public CoroutineCall {
            args = List.copyOf(args);
        }
    }

    /** {@code asyncio.gather(*over, return_exceptions=..)}; false unless given. */
    record Gather(AwaitableList over, boolean returnExceptions) implements Awaitable {}

    /** {@code asyncio.shield(inner)}. */
    record Shield(Awaitable inner) implements Awaitable {}

    /** {@code asyncio.wait_for(inner, timeout)}: in seconds, or null for none. */
    record WaitFor(Awaitable inner, Expression timeout) implements Awaitable {}

    /** {@code asyncio.sleep(delay, result)}: in seconds; {@code result} is null unless given. */
    record Sleep(Expression delay, Expression result) implements Awaitable {}
}
