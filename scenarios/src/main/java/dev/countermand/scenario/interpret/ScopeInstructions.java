package dev.countermand.scenario.interpret;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.loop.error.TypeError;
import dev.countermand.loop.sync.Barrier;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Semaphore;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.ScopeOperation;
import dev.countermand.scenario.value.Values;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles {@code async with} in its forms: locks, timeouts, task groups. */
final class ScopeInstructions {
    private final Compiler compiler;
    private final Names names;

    ScopeInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(ScopeOperation operation) {
        if (operation instanceof ScopeOperation.Timeout timeout) {
            return timeout(timeout.delay(), true, timeout.as(), timeout.body());
        }
        if (operation instanceof ScopeOperation.TimeoutAt timeout) {
            return timeout(timeout.when(), false, timeout.as(), timeout.body());
        }
        if (operation instanceof ScopeOperation.Reschedule reschedule) {
            Reference timeout = names.reference(reschedule.timeout());
            Evaluation when = Expressions.compile(reschedule.when(), names);
            return frame -> Cast.to(TimeoutVariable.class, timeout.get(frame), "reschedule")
                    .reschedule(when.in(frame));
        }
        if (operation instanceof ScopeOperation.TaskGroup group) {
            return taskGroup(group);
        }
        return with((ScopeOperation.With) operation);
    }

    private Instruction timeout(
            Expression given, boolean relative, @Nullable String name, List<Operation> operations) {
        Evaluation value = Expressions.compile(given, names);
        Reference as = names.target(name);
        Sequence body = compiler.sequence(operations, names);
        return frame -> {
            TimeoutVariable variable = relative
                    ? after(value.in(frame))
                    : at(value.in(frame));
            variable.timeout().enter();
            as.set(frame, variable);
            frame.enter(new ScopeBlock.Held(frame.block(), body, variable.timeout()::exit));
        };
    }

    private static TimeoutVariable after(@Nullable Object delay) {
        if (delay == null) {
            return new TimeoutVariable(new Timeout(null), null);
        }
        SimLoop loop = SimLoop.running();
        double seconds = Seconds.addable(delay);
        long deadline = loop.deadlineAfter(Seconds.toNanos(seconds));
        return new TimeoutVariable(new Timeout(deadline), Seconds.now(loop) + seconds);
    }

    private static TimeoutVariable at(@Nullable Object when) {
        Long deadline = when == null ? null : Seconds.delay(when);
        return new TimeoutVariable(new Timeout(deadline), when);
    }

    private Instruction taskGroup(ScopeOperation.TaskGroup operation) {
        Reference as = names.target(operation.as());
        Sequence body = compiler.sequence(operation.body(), names);
        return frame -> {
            TaskGroup group = new TaskGroup();
            group.enter();
            as.set(frame, group);
            frame.enter(new ScopeBlock.Grouped(frame.block(), body, group));
        };
    }

    private Instruction with(ScopeOperation.With with) {
        Reference on = names.reference(with.on());
        Sequence body = compiler.sequence(with.body(), names);
        return frame -> {
            Object held = on.get(frame);
            frame.await(SynchronisationInstructions.acquire(held), (same, value) ->
                    same.enter(new ScopeBlock.Held(same.block(), body, releaseOf(held))));
        };
    }

    private static Consumer<@Nullable Throwable> releaseOf(@Nullable Object held) {
        if (held instanceof Lock lock) {
            return thrown -> lock.release();
        }
        if (held instanceof Condition condition) {
            return thrown -> condition.release();
        }
        if (held instanceof Semaphore semaphore) {
            return thrown -> semaphore.release();
        }
        if (held instanceof Barrier) {
            return thrown -> {};
        }
        throw notAContext(held);
    }

    /** What Python raises for an object that {@code async with} cannot use. */
    static TypeError notAContext(@Nullable Object value) {
        return new TypeError("'" + Values.typeName(value)
                + "' object does not support the asynchronous context manager protocol");
    }
}
