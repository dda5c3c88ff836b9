package dev.countermand.loop.error;

/** An error that knows the name by which Python programs call its type. */
public interface NamedError {
    /** The type's name in Python, such as {@code "CancelledError"}. */
    default String typeName() {
        return getClass().getSimpleName();
    }

    /** The name of any error's type: its own if it has one, else the simple name of its class. */
    static String of(Throwable error) {
        return error instanceof NamedError named
                ? named.typeName()
                : error.getClass().getSimpleName();
    }

    /** What {@code str(error)} gives in Python: the message, or the empty string. */
    static String textOf(Throwable error) {
        String message = error.getMessage();
        return message == null ? "" : message;
    }
}
