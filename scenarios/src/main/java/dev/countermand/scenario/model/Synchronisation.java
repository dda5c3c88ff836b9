package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/** Operations on locks, semaphores, events, conditions and barriers, all called {@code on}. */
public sealed interface Synchronisation extends Operation {

    /** {@code as = await on.acquire()}, on a lock, condition or semaphore. */
    record Acquire(String pointer, String on, @Nullable String as) implements Synchronisation {}

    /** {@code as = on.release()}, on a lock, condition or semaphore. */
    record Release(String pointer, String on, @Nullable String as) implements Synchronisation {}

    /** {@code on.set()}. */
    record EventSet(String pointer, String on) implements Synchronisation {}

    /** {@code on.clear()}. */
    record EventClear(String pointer, String on) implements Synchronisation {}

    /** {@code await on.wait()}. */
    record EventWait(String pointer, String on) implements Synchronisation {}

    /** {@code await on.wait()}. */
    record ConditionWait(String pointer, String on) implements Synchronisation {}

    /** {@code await on.wait_for(lambda: that)}. */
    record ConditionWaitFor(String pointer, String on, Expression that)
            implements Synchronisation {}

    /** {@code on.notify(n)}; {@code n} is 1 unless given. */
    record ConditionNotify(String pointer, String on, int n) implements Synchronisation {}

    /** {@code on.notify_all()}. */
    record ConditionNotifyAll(String pointer, String on) implements Synchronisation {}

    /** {@code as = await on.wait()}. */
    record BarrierWait(String pointer, String on, @Nullable String as)
            implements Synchronisation {}

    /** {@code as = await on.reset()}. */
    record BarrierReset(String pointer, String on, @Nullable String as)
            implements Synchronisation {}

    /** {@code as = await on.abort()}. */
    record BarrierAbort(String pointer, String on, @Nullable String as)
            implements Synchronisation {}
}
