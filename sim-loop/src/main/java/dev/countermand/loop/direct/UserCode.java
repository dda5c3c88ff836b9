package dev.countermand.loop.direct;

import org.jspecify.annotations.Nullable;

/** Finds the user's own line in a stack. */
final class UserCode {
    private UserCode() {}

    /** File and line of the innermost call that is neither the JDK's nor this library's. */
    static @Nullable String place(StackTraceElement[] stack) {
        for (StackTraceElement call : stack) {
            if (!isOurs(call.getClassName())) {
                return call.getFileName() + ":" + call.getLineNumber();
            }
        }
        return null;
    }

    /** The place of the JDK's method that other code called; -1 if it has called none. */
    static int jdkCall(StackTraceElement[] stack) {
        int place = -1;
        while (place + 1 < stack.length && isOfTheJdk(stack[place + 1].getClassName())) {
            place++;
        }
        return place;
    }

    /** Class and name of the method that runs in a frame. */
    static String methodOf(StackTraceElement call) {
        return call.getClassName() + "." + call.getMethodName();
    }

    static boolean isOfTheJdk(String className) {
        return className.startsWith("java.")
                || className.startsWith("jdk.")
                || className.startsWith("sun.");
    }

    private static boolean isOurs(String className) {
        return isOfTheJdk(className)
                || className.startsWith("dev.countermand.asyncio.")
                || className.startsWith("dev.countermand.concurrent.")
                || className.startsWith("dev.countermand.junit.")
                || className.startsWith("dev.countermand.loop.direct.")
                || className.startsWith("dev.countermand.loop.combine.")
                || className.startsWith("dev.countermand.loop.sync.");
    }
}
