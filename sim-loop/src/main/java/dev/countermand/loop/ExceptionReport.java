package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told: the dictionary that {@code loop.call_exception_handler} takes.
 *
 * @param message what happened
 * @param exception the error, null if the report is about none
 * @param subject the task, future, handle or generator it is about, null if none; its description
 *     if the collector has taken it
 * @param context the context in which the handler is to run, null for the caller's
 */
public record ExceptionReport(
        String message,
        @Nullable Throwable exception,
        @Nullable Object subject,
        @Nullable Context context) {
    static ExceptionReport ofHandle(String message, Throwable exception, Handle handle) {
        return new ExceptionReport(message, exception, handle, handle.context());
    }

    /** A report about a future; a task's handler runs in the task's context. */
    public static ExceptionReport ofFuture(
            String message, @Nullable Throwable exception, Future<?> future) {
        Context context = future instanceof Task<?> task ? task.context() : null;
        return new ExceptionReport(message, exception, future, context);
    }
}
