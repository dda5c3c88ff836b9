package dev.countermand.scenario.model;

/** When {@code asyncio.wait} returns; the names are those of asyncio's constants. */
public enum ReturnWhen {
    /** As soon as one of them is done. */
    FIRST_COMPLETED,
    /** As soon as one of them raised, or all are done. */
    FIRST_EXCEPTION,
    /** When all are done: the default. */
    ALL_COMPLETED
}
