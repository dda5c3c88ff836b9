package dev.countermand.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a stack that a user has written. */
final class UserFrames {
    private static final List<String> OTHERS = List.of(
            "java.", "jdk.", "sun.", "org.junit.", "org.assertj.", "org.opentest4j.",
            "org.hamcrest.", "dev.countermand.junit.", "dev.countermand.asyncio.",
            "dev.countermand.concurrent.", "dev.countermand.loop.", "dev.countermand.explore.");

    private UserFrames() {}

    /** The user's frames of an error; none for null. */
    static StackTraceElement[] of(@Nullable Throwable error) {
        List<StackTraceElement> frames = new ArrayList<>();
        if (error != null) {
            for (StackTraceElement frame : error.getStackTrace()) {
                if (OTHERS.stream().noneMatch(frame.getClassName()::startsWith)) {
                    frames.add(frame);
                }
            }
        }
        return frames.toArray(new StackTraceElement[0]);
    }

    /**
     * The one frame of a verdict that no error comes with: builds and editors find the line by it.
     *
     * @param place a line of the file of the test's class; null for no frame
     */
    static StackTraceElement[] of(Class<?> test, Method method, @Nullable String place) {
        if (place == null) {
            return new StackTraceElement[0];
        }
        int colon = place.lastIndexOf(':');
        return new StackTraceElement[] {new StackTraceElement(
                test.getName(), method.getName(),
                place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)))};
    }
}
