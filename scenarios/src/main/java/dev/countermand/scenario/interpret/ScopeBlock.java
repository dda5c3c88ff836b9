package dev.countermand.scenario.interpret;

import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.combine.Timeout;
import org.jspecify.annotations.Nullable;

/** {@code async with}: something happens on the way out, however the body is left. */
abstract class ScopeBlock extends Block {
    ScopeBlock(@Nullable Block outer, Sequence body) {
        super(outer, body);
    }

    /** The block of an object whose exit never waits and swallows nothing: a lock, a semaphore. */
    static final class Held extends ScopeBlock {
        private final Runnable release;

        Held(@Nullable Block outer, Sequence body, Runnable release) {
            super(outer, body);
            this.release = release;
        }

        @Override
        void ended(Frame frame) {
            frame.leave(this);
            release.run();
        }

        @Override
        Completion left(Frame frame, Completion completion) {
            frame.leave(this);
            release.run();
            return completion;
        }
    }

    /** The block of a timeout, which may put a TimeoutError in place of what left the body. */
    static final class Timed extends ScopeBlock {
        private final Timeout timeout;

        Timed(@Nullable Block outer, Sequence body, Timeout timeout) {
            super(outer, body);
            this.timeout = timeout;
        }

        @Override
        void ended(Frame frame) {
            frame.leave(this);
            timeout.exit(null);
        }

        @Override
        Completion left(Frame frame, Completion completion) {
            frame.leave(this);
            timeout.exit(completion.error());
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
