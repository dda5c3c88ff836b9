package dev.countermand.junit;

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
}
