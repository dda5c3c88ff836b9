package dev.countermand.loop;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes coroutines whose bodies are plain Java. The loop knows it by this name only; how a body is
 * carried is the business of the package {@code direct}.
 */
public interface BodyStyle {
    /**
     * Makes a coroutine, which begins when it is awaited or becomes a task.
     *
     * @param name its name in traces and reports
     * @param body what it does; it may await
     */
    <T> Coroutine<T> coroutine(String name, Callable<? extends @Nullable T> body);
}
