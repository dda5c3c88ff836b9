package dev.countermand.scenario.interpret;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.sync.Barrier;
import dev.countermand.loop.sync.BoundedSemaphore;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.loop.sync.QueueOrder;
import dev.countermand.loop.sync.Semaphore;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.ObjectDeclaration;
import dev.countermand.scenario.value.Operators;
import dev.countermand.scenario.value.RaisedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an object of a scenario when it is first used. */
@FunctionalInterface
interface SharedObject {
    /** The object, or the error that Python's constructor raises. */
    @Nullable Object make(World world);

    /**
     * A context variable of a scenario.
     *
     * @param variable the variable
     * @param initial its default, null if it has none
     */
    record Variable(ContextVar<Object> variable, Expression.@Nullable Literal initial) {
        /** {@code var.get()}. */
        @Nullable Object get(World world) {
            var found = variable.get(world.loop().currentContext());
            if (found.isPresent()) {
                return found.get().value();
            }
            if (initial == null) {
                throw new RaisedError("LookupError", "<ContextVar name='" + variable + "'>");
            }
            return initial.value();
        }
    }

    /** The maker of a declared object. */
    static SharedObject of(
            String name, ObjectDeclaration declaration, Map<String, Integer> slots) {
        if (declaration instanceof ObjectDeclaration.Lock) {
            return world -> new Lock(name);
        }
        if (declaration instanceof ObjectDeclaration.Event) {
            return world -> new Event(name);
        }
        if (declaration instanceof ObjectDeclaration.Condition condition) {
            String lock = condition.lock();
            return lock == null
                    ? world -> new Condition(name, new Lock(name))
                    : world -> new Condition(name, (Lock) world.shared(slots.get(lock)));
        }
        if (declaration instanceof ObjectDeclaration.Semaphore semaphore) {
            return world -> new Semaphore(name, semaphore.value());
        }
        if (declaration instanceof ObjectDeclaration.BoundedSemaphore semaphore) {
            return world -> new BoundedSemaphore(name, semaphore.value());
        }
        if (declaration instanceof ObjectDeclaration.Barrier barrier) {
            return world -> new Barrier(name, barrier.parties(), world.simulation().python());
        }
        if (declaration instanceof ObjectDeclaration.ContextVariable variable) {
            return world -> new Variable(new ContextVar<>(name), variable.initial());
        }
        if (declaration instanceof ObjectDeclaration.SharedVariable variable) {
            return world -> copy(variable.value().value());
        }
        return queue(name, declaration);
    }

    private static SharedObject queue(String name, ObjectDeclaration declaration) {
        if (declaration instanceof ObjectDeclaration.Queue queue) {
            return queue(name, queue.maxsize(), world -> QueueOrder.fifo());
        }
        if (declaration instanceof ObjectDeclaration.LifoQueue queue) {
            return queue(name, queue.maxsize(), world -> QueueOrder.lifo());
        }
        ObjectDeclaration.PriorityQueue queue = (ObjectDeclaration.PriorityQueue) declaration;
        return queue(name, queue.maxsize(),
                world -> QueueOrder.priority((left, right) -> {
                    world.noteLists(left);
                    world.noteLists(right);
                    return Operators.compareItems(left, right);
                }));
    }

    private static SharedObject queue(
            String name, long maxSize, Function<World, QueueOrder<Object>> order) {
        return world -> new Queue<>(name, maxSize, order.apply(world));
    }

    /** A literal's value; each run, and each evaluation, gets lists of its own. */
    static @Nullable Object copy(@Nullable Object literal) {
        if (literal instanceof List<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return literal;
    }
}
