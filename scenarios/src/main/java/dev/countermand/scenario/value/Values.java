package dev.countermand.scenario.value;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.Future;
import dev.countermand.loop.Handle;
import dev.countermand.loop.Task;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.error.NamedError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Python says about a value: its type, its truth, and how events show it. */
public final class Values {
    private Values() {}

    /** {@code bool(value)}. */
    public static boolean truth(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        return !(value instanceof List<?> list) || !list.isEmpty();
    }

    /**
     * The type's name as CPython's error messages give it, with the module for types written in C.
     */
    public static String typeName(@Nullable Object value) {
        String name = shortTypeName(value);
        boolean builtIn = name.equals("Task") || name.equals("Future");
        return builtIn ? "_asyncio." + name : name;
    }

    /** {@code type(value).__name__}. */
    public static String shortTypeName(@Nullable Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof List) {
            return "list";
        }
        return objectTypeName(value);
    }

    private static String objectTypeName(Object value) {
        if (value instanceof NamedError error) {
            return error.typeName();
        }
        if (value instanceof Gather) {
            return "_GatheringFuture";
        }
        if (value instanceof Task) {
            return "Task";
        }
        if (value instanceof Future) {
            return "Future";
        }
        if (value instanceof TimerHandle) {
            return "TimerHandle";
        }
        if (value instanceof Handle) {
            return "Handle";
        }
        if (value instanceof ContextVar.Token) {
            return "Token";
        }
        return value instanceof PythonTyped typed
                ? typed.pythonType()
                : value.getClass().getSimpleName();
    }

    /** A value as scenario events show it: only null, Boolean, numbers, strings, lists and maps. */
    public static @Nullable Object show(@Nullable Object value) {
        if (value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof String) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>(list.size());
            list.forEach(item -> shown.add(show(item)));
            return shown;
        }
        if (value instanceof Task<?> task) {
            return task.name();
        }
        if (value instanceof Throwable error) {
            return Errors.form(error);
        }
        return shortTypeName(value);
    }

    /** An object of the interpreter that stands for a Python object of another type name. */
    public interface PythonTyped {
        /** {@code type(self).__name__}. */
        String pythonType();
    }
}
