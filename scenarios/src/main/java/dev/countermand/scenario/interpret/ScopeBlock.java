package dev.countermand.scenario.interpret;

import dev.countermand.loop.combine.TaskGroup;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code async with}: something happens on the way out, however the body is left. */
abstract class ScopeBlock extends Block {
    ScopeBlock(@Nullable Block outer, Sequence body) {
        super(outer, body);
    }

    /** The block of an object whose exit never waits: a lock, a semaphore, a timeout. */
    static final class Held extends ScopeBlock {
        private final Consumer<@Nullable Throwable> exit;

        /**
         * Creates the block.
         *
         * @param exit is told what left the body, null if it came to its end; it may raise instead
         */
        Held(@Nullable Block outer, Sequence body, Consumer<@Nullable Throwable> exit) {
            super(outer, body);
            this.exit = exit;
        }

        @Override
        void ended(Frame frame) {
            frame.leave(this);
            exit.accept(null);
        }

        @Override
        Completion left(Frame frame, Completion completion) {
            frame.leave(this);
            exit.accept(completion.error());
            return completion;
        }
    }

    /** The block of a task group, whose exit waits for the children. */
    static final class Grouped extends ScopeBlock {
        private final TaskGroup group;

        Grouped(@Nullable Block outer, Sequence body, TaskGroup group) {
            super(outer, body);
            this.group = group;
        }

        @Override
        void ended(Frame frame) {
            frame.leave(this);
            frame.await(group.exit(null), Continuation.IGNORE);
        }

        @Override
        @Nullable Completion left(Frame frame, Completion completion) {
            frame.leave(this);
            frame.await(group.exit(completion.error()), (same, value) -> same.unwind(completion));
            return null;
        }
    }
}
