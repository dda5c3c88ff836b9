package dev.countermand.scenario.model;

/** The Python errors that a scenario may raise and catch. */
public enum ErrorName {
    CANCELLED_ERROR("CancelledError"),
    TIMEOUT_ERROR("TimeoutError"),
    VALUE_ERROR("ValueError"),
    KEY_ERROR("KeyError"),
    RUNTIME_ERROR("RuntimeError"),
    EXCEPTION("Exception"),
    BASE_EXCEPTION("BaseException"),
    KEYBOARD_INTERRUPT("KeyboardInterrupt"),
    SYSTEM_EXIT("SystemExit"),
    INVALID_STATE_ERROR("InvalidStateError"),
    QUEUE_EMPTY("QueueEmpty"),
    QUEUE_FULL("QueueFull"),
    QUEUE_SHUT_DOWN("QueueShutDown"),
    BROKEN_BARRIER_ERROR("BrokenBarrierError"),
    EXCEPTION_GROUP("ExceptionGroup"),
    BASE_EXCEPTION_GROUP("BaseExceptionGroup"),
    STOP_ASYNC_ITERATION("StopAsyncIteration");

    private final String pythonName;

    ErrorName(String pythonName) {
        this.pythonName = pythonName;
    }

    /** The name of the Python class, as scenarios and events write it. */
    public String pythonName() {
        return pythonName;
    }
}
