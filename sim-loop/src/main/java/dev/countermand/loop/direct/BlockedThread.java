package dev.countermand.loop.direct;

import dev.countermand.loop.error.BlockingCall;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from the stack of a thread that has stopped outside an await what it waits for. */
final class BlockedThread {
    private static final String FOR_LOCKS = "hold no lock of the JDK across an await: use a Lock of"
            + " the loop, and await lock.acquire()";
    private static final String FOR_ANYTHING = "await something of the loop instead, and let what"
            + " other threads do be a job of runInExecutor";
    private static final String FOR_QUEUES = "use a Queue of the loop, and await queue.get()";

    /** By the class of the method called; for the others there is {@link #FOR_ANYTHING}. */
    private static final Map<String, String> REMEDIES = Map.of(
            "java.lang.Thread", "use sleep(Duration), which takes virtual time",
            "java.util.concurrent.TimeUnit", "use sleep(Duration), which takes virtual time",
            "java.util.concurrent.LinkedBlockingQueue", FOR_QUEUES,
            "java.util.concurrent.ArrayBlockingQueue", FOR_QUEUES,
            "java.util.concurrent.SynchronousQueue", FOR_QUEUES,
            "java.util.concurrent.CompletableFuture",
                    "use a Future of the loop (createFuture), and await it",
            "java.util.concurrent.Semaphore", "use a Semaphore of the loop, and await acquire()",
            "java.util.concurrent.CountDownLatch", "use an Event of the loop, and await waitFor()",
            "java.util.concurrent.CyclicBarrier", "use a Barrier of the loop, and await waitFor()");

    private static final String FOR_TIMES = "waits of the JDK with a limit look at the real clock:"
            + " wait without one, or for a future of Sim, whose get(timeout) is of virtual time";
    private static final String FOR_OLD_JVMS = "threads of a simulation can wait for locks, latches"
            + " and queues of the JDK on the backend mounted only (JDK 24 or later, with the JVM"
            + " option --add-opens=java.base/java.lang=ALL-UNNAMED): wait for a future of Sim";

    private BlockedThread() {}

    /** Whose waits they are, and so what to do instead. */
    enum Style {
        /** Code written for asyncio: it awaits. */
        COROUTINE,
        /** Ordinary Java: it waits in the JDK, or in what is in the place of the JDK. */
        THREAD
    }

    /**
     * The blocking call in which a thread has parked.
     *
     * @param name the name of the coroutine it carries
     * @param style what it is written in
     * @return empty if it has only yielded, or waits for a lock, which another thread may hold for
     *     a moment (that of standard output, say) without any mistake
     */
    static Optional<BlockingCall> calledBy(
            String name, Style style, StackTraceElement[] stack) {
        int called = UserCode.jdkCall(stack);
        if (called < 0 || JdkWait.waitsForLock(stack, called) || !parks(stack, called)
                || UserCode.methodOf(stack[called]).equals("java.lang.Thread.yield")) {
            return Optional.empty();
        }
        return Optional.of(new BlockingCall(name, UserCode.methodOf(stack[called]),
                UserCode.place(stack), remedy(style, stack, called)));
    }

    private static String remedy(Style style, StackTraceElement[] stack, int called) {
        String remedy = REMEDIES.getOrDefault(stack[called].getClassName(), FOR_ANYTHING);
        if (style == Style.COROUTINE) {
            return remedy;
        }
        if (UserCode.methodOf(stack[called]).endsWith(".sleep")) {
            return "use sim.sleep(Duration), which takes virtual time";
        }
        // A wait for a notify shows no limit; where threads may wait, only one with a limit is
        // refused.
        boolean refusesLimits = isFree()
                && UserCode.methodOf(stack[called]).equals("java.lang.Object.wait");
        return refusesLimits || JdkWait.hasLimit(stack) ? FOR_TIMES : FOR_OLD_JVMS;
    }

    /** Whether this JVM lets threads of a simulation wait in the JDK, as long as it takes. */
    private static boolean isFree() {
        return new MountedBackend().obstacle().isEmpty();
    }

    /** The same for a thread that has stood still so long that waiting for a lock is a mistake. */
    static BlockingCall orLock(String name, Style style, StackTraceElement[] stack) {
        return calledBy(name, style, stack).orElseGet(() -> {
            int called = UserCode.jdkCall(stack);
            String call = called < 0 ? "synchronized" : UserCode.methodOf(stack[called]);
            return new BlockingCall(name, call, UserCode.place(stack),
                    style == Style.COROUTINE || isFree() ? FOR_LOCKS : FOR_OLD_JVMS);
        });
    }

    /** Without one of these the thread waits to enter a synchronized method of the JDK. */
    private static boolean parks(StackTraceElement[] stack, int called) {
        for (int i = 0; i <= called; i++) {
            String method = stack[i].getMethodName();
            if (method.contains("park") || method.contains("sleep") || method.contains("wait")
                    || method.contains("ield")) {
                return true;
            }
        }
        return false;
    }
}
