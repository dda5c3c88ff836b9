package dev.countermand.loop.combine;

/** When {@code asyncio.wait} returns. */
public enum ReturnWhen {
    /** When one future is done. */
    FIRST_COMPLETED,
    /** When one future failed, or all are done. */
    FIRST_EXCEPTION,
    /** When all futures are done. */
    ALL_COMPLETED
}
