package dev.countermand.scenario.interpret;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.combine.AsCompleted;
import dev.countermand.loop.error.StopAsyncIteration;
import org.jspecify.annotations.Nullable;

/** A loop that awaits its next item before each turn. */
abstract class IterationBlock extends LoopBlock {
    private final Reference as;
    private boolean fetching;

    IterationBlock(@Nullable Block outer, Sequence body, Reference as) {
        super(outer, body);
        this.as = as;
    }

    /** Awaits the next item. */
    final void fetch(Frame frame, Coroutine<?> next) {
        fetching = true;
        frame.await(next, (same, value) -> {
            fetching = false;
            as.set(same, value);
        });
    }

    /** Whether an error is that of the await for the next item, and not of the body. */
    final boolean isFetching() {
        return fetching;
    }

    /** {@code async for as in generator}. */
    static final class AsyncFor extends IterationBlock {
        private final AsyncGenerator generator;

        AsyncFor(@Nullable Block outer, Sequence body, Reference as, AsyncGenerator generator) {
            super(outer, body, as);
            this.generator = generator;
        }

        @Override
        void turn(Frame frame) {
            fetch(frame, generator.anext());
        }

        @Override
        @Nullable Completion left(Frame frame, Completion completion) {
            if (isFetching() && completion.error() instanceof StopAsyncIteration) {
                frame.leave(this);
                return null;
            }
            return super.left(frame, completion);
        }
    }

    /** {@code for f in as_completed(..): as = await f}. */
    static final class Completed extends IterationBlock {
        private final AsCompleted iterator;

        Completed(@Nullable Block outer, Sequence body, Reference as, AsCompleted iterator) {
            super(outer, body, as);
            this.iterator = iterator;
        }

        @Override
        void turn(Frame frame) {
            if (iterator.hasNext()) {
                fetch(frame, iterator.next());
            } else {
                frame.leave(this);
            }
        }
    }
}
