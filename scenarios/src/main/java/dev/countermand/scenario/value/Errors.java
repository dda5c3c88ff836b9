package dev.countermand.scenario.value;

import dev.countermand.loop.error.BaseError;
import dev.countermand.loop.error.BrokenBarrierError;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ErrorGroup;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.InvalidStateError;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.error.QueueEmpty;
import dev.countermand.loop.error.QueueFull;
import dev.countermand.loop.error.QueueShutDown;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.StopAsyncIteration;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.error.TypeError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.scenario.model.ErrorName;
import dev.countermand.scenario.model.NewError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes, matches and shows the errors that scenarios name. */
public final class Errors {
    private Errors() {}

    /** The error that {@code Error(text)} makes, or the one that Python raises instead. */
    public static Throwable make(NewError error) {
        String text = error.text();
        return switch (error.name()) {
            case CANCELLED_ERROR -> new CancelledError(text);
            case TIMEOUT_ERROR -> new TimeoutError(text);
            case VALUE_ERROR -> new ValueError(text);
            case KEY_ERROR -> new RaisedError("KeyError", text == null ? null : repr(text));
            case RUNTIME_ERROR -> new RuntimeError(text);
            case EXCEPTION -> new RaisedError("Exception", text);
            case BASE_EXCEPTION -> new RaisedBaseError(text);
            case KEYBOARD_INTERRUPT -> new KeyboardInterrupt(text);
            case SYSTEM_EXIT -> new SystemExit(text);
            case INVALID_STATE_ERROR -> new InvalidStateError(text);
            case QUEUE_EMPTY -> new QueueEmpty(text);
            case QUEUE_FULL -> new QueueFull(text);
            case QUEUE_SHUT_DOWN -> new QueueShutDown(text);
            case BROKEN_BARRIER_ERROR -> new BrokenBarrierError(text);
            case STOP_ASYNC_ITERATION -> new StopAsyncIteration(text);
            case EXCEPTION_GROUP, BASE_EXCEPTION_GROUP -> new TypeError(
                    "BaseExceptionGroup.__new__() takes exactly 2 arguments ("
                            + (text == null ? 0 : 1) + " given)");
        };
    }

    /** Whether {@code except name} catches an error. */
    public static boolean matches(Throwable error, ErrorName name) {
        return switch (name) {
            case BASE_EXCEPTION -> true;
            case EXCEPTION -> BaseError.isException(error);
            case CANCELLED_ERROR -> error instanceof CancelledError;
            case TIMEOUT_ERROR -> error instanceof TimeoutError;
            case VALUE_ERROR -> error instanceof ValueError;
            case KEY_ERROR -> NamedError.of(error).equals("KeyError");
            case RUNTIME_ERROR -> error instanceof RuntimeError
                    || NamedError.of(error).equals("RecursionError");
            case KEYBOARD_INTERRUPT -> error instanceof KeyboardInterrupt;
            case SYSTEM_EXIT -> error instanceof SystemExit;
            case INVALID_STATE_ERROR -> error instanceof InvalidStateError;
            case QUEUE_EMPTY -> error instanceof QueueEmpty;
            case QUEUE_FULL -> error instanceof QueueFull;
            case QUEUE_SHUT_DOWN -> error instanceof QueueShutDown;
            case BROKEN_BARRIER_ERROR -> error instanceof BrokenBarrierError;
            case STOP_ASYNC_ITERATION -> error instanceof StopAsyncIteration;
            case EXCEPTION_GROUP -> error instanceof ExceptionGroup;
            case BASE_EXCEPTION_GROUP -> error instanceof ErrorGroup;
        };
    }

    /** {@code AttributeError: 'int' object has no attribute 'cancel'}. */
    public static RaisedError noAttribute(@Nullable Object value, String attribute) {
        return new RaisedError("AttributeError",
                "'" + Values.typeName(value) + "' object has no attribute '" + attribute + "'");
    }

    /** An error as scenario events show it: its type's name, or a map that describes a group. */
    public static Object form(Throwable error) {
        if (error instanceof ErrorGroup group) {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("type", group.typeName());
            form.put("text", shorten(NamedError.textOf(error)));
            form.put("of", List.copyOf(group.errors().stream().map(Errors::form).toList()));
            return form;
        }
        return NamedError.of(error);
    }

    /** Cuts a text before the first {@code <}, which begins the repr of some object. */
    public static String shorten(String text) {
        if (text.startsWith("Exception in callback")) {
            return "Exception in callback";
        }
        int cut = text.indexOf('<');
        if (cut < 0) {
            return text;
        }
        int end = cut;
        while (end > 0 && isBlankOrColon(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlankOrColon(char c) {
        return c == ':' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Python's {@code repr} of a string. */
    static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < ' ' || c == 0x7f) {
                        out.append("\\x").append(hexDigit(c >> 4)).append(hexDigit(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    private static char hexDigit(int value) {
        return Character.forDigit(value, 16);
    }
}
