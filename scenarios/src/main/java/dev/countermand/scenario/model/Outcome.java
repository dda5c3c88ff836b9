package dev.countermand.scenario.model;

/** How a {@code run} or {@code asyncio_run} may end. */
public enum Outcome {
    /** It returned a value. */
    RETURNED,
    /** It raised an error other than CancelledError. */
    RAISED,
    /** It raised CancelledError. */
    CANCELLED
}
