package dev.countermand.loop.direct;

import org.jspecify.annotations.Nullable;

/**
 * A wait of a thread in the JDK that ends when another thread lets it go on.
 *
 * @param call the method that waits, such as {@code java.util.concurrent.CountDownLatch.await}
 * @param on what kind of thing it waits for
 */
public record JdkWait(String call, On on) {
    /** What a thread waits for; it decides how the end of the wait is noticed. */
    public enum On {
        /** Its next turn: it has yielded. */
        ITS_TURN,
        /** Another thread, which must be one of the simulation. */
        A_THREAD,
        /** A lock, which a thread outside the simulation may have had for a moment. */
        A_LOCK,
        /** To enter a synchronized block, or for a notify; the JVM tells of its end later. */
        A_MONITOR
    }

    /**
     * The wait of a thread that has stopped outside an await.
     *
     * @return null if it waits for a time of the real clock, or for a lock within the JDK, of
     *     standard output say, which no thread of a simulation holds while it waits
     */
    static @Nullable JdkWait of(Thread.State state, StackTraceElement[] stack) {
        int called = UserCode.jdkCall(stack);
        String call = called < 0 ? "synchronized" : UserCode.methodOf(stack[called]);
        if (isWithinTheJdk(call)) {
            return null;
        }
        if (state == Thread.State.BLOCKED) {
            return new JdkWait(call, On.A_MONITOR);
        }
        On on = null;
        for (int i = 0; i <= called; i++) {
            switch (UserCode.methodOf(stack[i])) {
                case "java.lang.Thread.yield" -> on = On.ITS_TURN;
                case "java.util.concurrent.locks.LockSupport.park" -> on = On.A_THREAD;
                case "java.lang.Object.wait" -> on =
                        state == Thread.State.TIMED_WAITING ? null : On.A_MONITOR;
                default -> {
                    if (isTimed(stack[i].getMethodName())) {
                        return null;
                    }
                }
            }
        }
        boolean isLock = on == On.A_THREAD && waitsForLock(stack, called);
        return on == null ? null : new JdkWait(call, isLock ? On.A_LOCK : on);
    }

    private static boolean isWithinTheJdk(String call) {
        return call.startsWith("java.io.")
                || call.startsWith("java.nio.")
                || call.startsWith("java.util.logging.")
                || call.startsWith("jdk.")
                || call.startsWith("sun.");
    }

    /** Whether a thread waits for a limited time; that of {@code Object.wait} cannot be seen. */
    static boolean hasLimit(StackTraceElement[] stack) {
        for (int i = 0; i <= UserCode.jdkCall(stack); i++) {
            if (isTimed(stack[i].getMethodName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTimed(String method) {
        return method.equals("parkNanos") || method.equals("parkUntil")
                || method.equals("sleepNanos");
    }

    /** Whether the JDK's call goes through one of its locks. */
    static boolean waitsForLock(StackTraceElement[] stack, int called) {
        for (int i = 0; i <= called; i++) {
            String type = stack[i].getClassName();
            if (type.startsWith("java.util.concurrent.locks.Reentrant")
                    || type.startsWith("java.util.concurrent.locks.StampedLock")) {
                return true;
            }
        }
        return false;
    }
}
