package dev.countermand.scenario.interpret;

import dev.countermand.scenario.value.Values;

/** An asynchronous generator whose body is a scenario's. */
final class AsyncGenerator extends dev.countermand.loop.AsyncGenerator<Object>
        implements Values.PythonTyped {
    AsyncGenerator(Frame body) {
        super(body);
    }

    @Override
    public String pythonType() {
        return "async_generator";
    }
}
