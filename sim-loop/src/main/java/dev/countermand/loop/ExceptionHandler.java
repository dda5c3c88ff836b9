package dev.countermand.loop;

/**
 * Receives what no program code can be told: the argument of {@code loop.set_exception_handler}.
 */
@FunctionalInterface
public interface ExceptionHandler {
    /** Handles one report. An error it throws goes to the default handler. */
    void handle(SimLoop loop, ExceptionReport report);
}
