package dev.countermand.loop.direct;

import dev.countermand.loop.error.Throwing;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads by reflection, as this code is compiled for a Java that has none.
 *
 * <p>The second way to make one, on a scheduler of ours, is no public API of the JDK; see the
 * decision on backends.
 */
final class VirtualThreads {
    private static final @Nullable MethodHandle UNSTARTED = unstartedVirtual();
    private static final @Nullable Method ON_SCHEDULER = onScheduler();

    private VirtualThreads() {}

    static boolean areAvailable() {
        return UNSTARTED != null;
    }

    static boolean takeSchedulers() {
        return ON_SCHEDULER != null;
    }

    /** A virtual thread on the JDK's own scheduler, not started. */
    static Thread unstarted(Runnable work) {
        try {
            return (Thread) UNSTARTED.invoke(work);
        } catch (Throwable error) {
            throw Throwing.asIs(error);
        }
    }

    /** A virtual thread, not started, whose continuations the given scheduler receives. */
    static Thread unstarted(Executor scheduler, String name, Runnable work) {
        try {
            return (Thread) ON_SCHEDULER.invoke(null, scheduler, name, 0, work);
        } catch (ReflectiveOperationException error) {
            throw new IllegalStateException(
                    "this JDK refuses virtual threads on a scheduler", error);
        }
    }

    private static @Nullable MethodHandle unstartedVirtual() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle make = lookup.findStatic(
                    Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
            MethodHandle unstarted = lookup.findVirtual(
                    builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
            Object one = make.invoke();
            return unstarted.bindTo(one);
        } catch (Throwable none) {
            return null;
        }
    }

    private static @Nullable Method onScheduler() {
        try {
            Method make = Class.forName("java.lang.ThreadBuilders").getDeclaredMethod(
                    "newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            make.setAccessible(true);
            return make;
        } catch (ReflectiveOperationException | RuntimeException none) {
            return null;
        }
    }
}
