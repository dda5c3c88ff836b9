package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * What the host does outside the loop. One that raises ends with an event, and the host goes on
 * with the next.
 */
public sealed interface HostOperation {

    /** The JSON pointer (RFC 6901) of this operation in its document. */
    String pointer();

    /** The {@code with Runner()} block begins. */
    record Enter(String pointer) implements HostOperation {}

    /** The {@code with Runner()} block ends. */
    record Exit(String pointer) implements HostOperation {}

    /** {@code runner.run(coro(*args))}. */
    record Run(String pointer, Awaitable.CoroutineCall call) implements HostOperation {}

    /** {@code runner.get_loop()}. */
    record GetLoop(String pointer) implements HostOperation {}

    /** {@code runner.close()}. */
    record Close(String pointer) implements HostOperation {}

    /** {@code asyncio.run(coro())}. */
    record AsyncioRun(String pointer, String coroutine) implements HostOperation {}

    /** Records an event; a null {@code value} means that the event has no value. */
    record Log(String pointer, String text, @Nullable Expression value) implements HostOperation {}
}
