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

    private BlockedThread() {}

    /**
     * The blocking call in which a thread has parked.
     *
     * @param name the name of the coroutine it carries
     * @return empty if it has only yielded, or waits for a lock, which another thread may hold for
     *     a moment (that of standard output, say) without any mistake
     */
    static Optional<BlockingCall> calledBy(String name, StackTraceElement[] stack) {
        int called = called(stack);
        if (called < 0 || waitsForLock(stack, called)
                || methodOf(stack[called]).equals("java.lang.Thread.yield")) {
            return Optional.empty();
        }
        String remedy = REMEDIES.getOrDefault(stack[called].getClassName(), FOR_ANYTHING);
        return Optional.of(new BlockingCall(
                name, methodOf(stack[called]), UserCode.place(stack), remedy));
    }

    /**
     * The call in which a thread waits whose waits are its own business: it has yielded, or has
     * parked until another thread lets it go on.
     *
     * @return null if it waits for a time of the real clock, or to enter a synchronized block
     */
    static @Nullable String waitOfAThread(StackTraceElement[] stack) {
        int called = called(stack);
        boolean parks = false;
        for (int i = 0; i <= called; i++) {
            String method = methodOf(stack[i]);
            if (method.endsWith(".parkNanos") || method.endsWith(".parkUntil")
                    || method.endsWith(".sleepNanos")) {
                return null;
            }
            parks |= method.equals("java.util.concurrent.locks.LockSupport.park")
                    || method.equals("java.lang.Thread.yield");
        }
        return parks ? methodOf(stack[called]) : null;
    }

    /** The same for a thread that has stood still so long that waiting for a lock is a mistake. */
    static BlockingCall orLock(String name, StackTraceElement[] stack) {
        return calledBy(name, stack).orElseGet(() -> {
            int called = called(stack);
            String call = called < 0 ? "synchronized" : methodOf(stack[called]);
            return new BlockingCall(name, call, UserCode.place(stack), FOR_LOCKS);
        });
    }

    /** The place of the JDK's method that other code called; -1 if it has called none. */
    private static int called(StackTraceElement[] stack) {
        int place = -1;
        while (place + 1 < stack.length
                && UserCode.isOfTheJdk(stack[place + 1].getClassName())) {
            place++;
        }
        return place;
    }

    private static boolean waitsForLock(StackTraceElement[] stack, int called) {
        for (int i = 0; i <= called; i++) {
            String type = stack[i].getClassName();
            if (type.startsWith("java.util.concurrent.locks.Reentrant")
                    || type.startsWith("java.util.concurrent.locks.StampedLock")) {
                return true;
            }
        }
        return !parks(stack, called);
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

    private static String methodOf(StackTraceElement call) {
        return call.getClassName() + "." + call.getMethodName();
    }
}
