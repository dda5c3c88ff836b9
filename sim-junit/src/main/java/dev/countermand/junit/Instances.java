package dev.countermand.junit;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.run.Runner;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;

/** Makes test instances like those that JUnit has made. */
final class Instances {
    private Instances() {}

    /**
     * Makes a new instance of a test class.
     *
     * <p>What extensions have injected into JUnit's instance, a {@code @TempDir} or a mock, is
     * handed on: a field that is null in the new instance and not in the pattern. A field of a
     * primitive type must also have an annotation.
     *
     * @param pattern JUnit's instance
     * @param outer the new instance around it, null for a class that is not nested
     */
    static Object like(Object pattern, @Nullable Object outer, ExtensionContext context) {
        Constructor<?>[] constructors = pattern.getClass().getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new ExtensionConfigurationException("expected one constructor in "
                    + pattern.getClass().getName() + ", but it has " + constructors.length);
        }
        Constructor<?> constructor = constructors[0];
        constructor.setAccessible(true);
        Object instance = outer == null
                ? context.getExecutableInvoker().invoke(constructor)
                : context.getExecutableInvoker().invoke(constructor, outer);
        for (Class<?> type = pattern.getClass(); type != null && type != Object.class;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                handOn(field, pattern, instance);
            }
        }
        return instance;
    }

    /**
     * Lets JUnit make an instance inside a run of its own. Nothing is explored in it; it is there
     * because a constructor may ask for the running loop, and await.
     */
    static <T> T onALoop(InvocationInterceptor.Invocation<T> invocation) throws Throwable {
        List<T> made = new ArrayList<>();
        List<Throwable> raised = new ArrayList<>();
        Runner.run(new Simulation(), DirectStyle.thread("main", () -> {
            try {
                made.add(invocation.proceed());
            } catch (RunAborted | GeneratorExit verdict) {
                throw verdict;
            } catch (Throwable error) {
                raised.add(error);
            }
            return null;
        }));
        if (!raised.isEmpty()) {
            throw raised.get(0);
        }
        return made.get(0);
    }

    private static void handOn(Field field, Object from, Object to) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers)
                || field.isSynthetic()
                || field.getType().isPrimitive() && field.getAnnotations().length == 0) {
            return;
        }
        try {
            field.setAccessible(true);
            Object unset = field.getType().isPrimitive()
                    ? Array.get(Array.newInstance(field.getType(), 1), 0) : null;
            if (Objects.equals(field.get(to), unset)
                    && !Objects.equals(field.get(from), unset)) {
                field.set(to, field.get(from));
            }
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("cannot hand on field " + field, e);
        }
    }

    /** Calls a method and lets out what it throws. */
    static void call(Method method, Object instance, @Nullable Object[] arguments)
            throws Throwable {
        try {
            method.setAccessible(true);
            method.invoke(Modifier.isStatic(method.getModifiers()) ? null : instance, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
