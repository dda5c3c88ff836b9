package dev.countermand.scenario.interpret;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.sync.Barrier;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Semaphore;
import dev.countermand.scenario.model.Synchronisation;
import dev.countermand.scenario.value.Errors;
import dev.countermand.scenario.value.Values;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compiles the operations on locks, events, conditions, semaphores and barriers. */
final class SynchronisationInstructions {
    private SynchronisationInstructions() {}

    static Instruction compile(Synchronisation operation, Names names) {
        if (operation instanceof Synchronisation.Acquire acquire) {
            Reference on = names.reference(acquire.on());
            Continuation then = names.target(acquire.as())::set;
            return frame -> {
                Object held = on.get(frame);
                if (held instanceof Barrier || !isAcquirable(held)) {
                    throw Errors.noAttribute(held, "acquire");
                }
                frame.await(acquire(held), then);
            };
        }
        if (operation instanceof Synchronisation.Release release) {
            Reference on = names.reference(release.on());
            Reference as = names.target(release.as());
            return frame -> {
                release(on.get(frame));
                as.set(frame, null);
            };
        }
        if (operation instanceof Synchronisation.EventSet set) {
            return act(names.reference(set.on()), Event.class, "set", (f, it) -> it.set());
        }
        if (operation instanceof Synchronisation.EventClear clear) {
            return act(names.reference(clear.on()), Event.class, "clear", (f, it) -> it.clear());
        }
        if (operation instanceof Synchronisation.EventWait wait) {
            return await(names.reference(wait.on()), Event.class, "wait",
                    (f, event) -> event.waitFor(), Continuation.IGNORE);
        }
        return operation instanceof Synchronisation.BarrierWait
                        || operation instanceof Synchronisation.BarrierReset
                        || operation instanceof Synchronisation.BarrierAbort
                ? compileBarrier(operation, names)
                : compileCondition(operation, names);
    }

    private static Instruction compileBarrier(Synchronisation operation, Names names) {
        if (operation instanceof Synchronisation.BarrierWait wait) {
            return await(names.reference(wait.on()), Barrier.class, "wait",
                    (f, barrier) -> barrier.waitFor(), names.target(wait.as())::set);
        }
        if (operation instanceof Synchronisation.BarrierReset reset) {
            return await(names.reference(reset.on()), Barrier.class, "reset",
                    (f, barrier) -> barrier.reset(), names.target(reset.as())::set);
        }
        Synchronisation.BarrierAbort abort = (Synchronisation.BarrierAbort) operation;
        return await(names.reference(abort.on()), Barrier.class, "abort",
                (f, barrier) -> barrier.abort(), names.target(abort.as())::set);
    }

    private static Instruction compileCondition(Synchronisation operation, Names names) {
        if (operation instanceof Synchronisation.ConditionWait wait) {
            return await(names.reference(wait.on()), Condition.class, "wait",
                    (f, condition) -> condition.waitFor(), Continuation.IGNORE);
        }
        if (operation instanceof Synchronisation.ConditionWaitFor wait) {
            Evaluation that = Expressions.compile(wait.that(), names);
            return await(names.reference(wait.on()), Condition.class, "wait_for",
                    (frame, condition) -> condition.waitFor(
                            () -> Values.truth(that.in(frame))),
                    Continuation.IGNORE);
        }
        if (operation instanceof Synchronisation.ConditionNotify notify) {
            return act(names.reference(notify.on()), Condition.class, "notify",
                    (f, condition) -> condition.notify(notify.n()));
        }
        Synchronisation.ConditionNotifyAll all = (Synchronisation.ConditionNotifyAll) operation;
        return act(names.reference(all.on()), Condition.class, "notify_all",
                (f, condition) -> condition.notifyEveryone());
    }

    private static <T> Instruction act(
            Reference on, Class<T> type, String method, BiConsumer<Frame, T> action) {
        return frame -> action.accept(frame, Cast.to(type, on.get(frame), method));
    }

    private static <T> Instruction await(
            Reference on,
            Class<T> type,
            String method,
            BiFunction<Frame, T, Coroutine<?>> call,
            Continuation then) {
        return frame ->
                frame.await(call.apply(frame, Cast.to(type, on.get(frame), method)), then);
    }

    private static boolean isAcquirable(@Nullable Object held) {
        return held instanceof Lock || held instanceof Condition || held instanceof Semaphore;
    }

    /** {@code held.__aenter__()}. */
    static Coroutine<?> acquire(@Nullable Object held) {
        if (held instanceof Lock lock) {
            return lock.acquire();
        }
        if (held instanceof Condition condition) {
            return condition.acquire();
        }
        if (held instanceof Semaphore semaphore) {
            return semaphore.acquire();
        }
        if (held instanceof Barrier barrier) {
            return barrier.waitFor();
        }
        throw ScopeInstructions.notAContext(held);
    }

    private static void release(@Nullable Object held) {
        if (held instanceof Lock lock) {
            lock.release();
        } else if (held instanceof Condition condition) {
            condition.release();
        } else if (held instanceof Semaphore semaphore) {
            semaphore.release();
        } else {
            throw Errors.noAttribute(held, "release");
        }
    }
}
