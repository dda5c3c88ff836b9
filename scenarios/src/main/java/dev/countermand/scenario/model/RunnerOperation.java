package dev.countermand.scenario.model;

/** Operations on the loop and the Runner that run the very body they stand in. */
public sealed interface RunnerOperation extends Operation {

    /** SIGINT arrives here: the installed handler runs now. */
    record Interrupt(String pointer) implements RunnerOperation {}

    /** {@code asyncio.get_running_loop().stop()}. */
    record Stop(String pointer) implements RunnerOperation {}

    /** {@code runner.run(coro())} from inside the loop. */
    record RunNested(String pointer, String coroutine) implements RunnerOperation {}
}
