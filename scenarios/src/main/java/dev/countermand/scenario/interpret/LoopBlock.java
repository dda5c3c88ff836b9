package dev.countermand.scenario.interpret;

import dev.countermand.scenario.value.Values;
import org.jspecify.annotations.Nullable;

/** A loop: its end, and {@code continue}, go on with the next turn if there is one. */
abstract class LoopBlock extends Block {
    LoopBlock(@Nullable Block outer, Sequence body) {
        super(outer, body);
    }

    /** Begins the next turn, or leaves the block; may await what decides that. */
    abstract void turn(Frame frame);

    @Override
    void ended(Frame frame) {
        next = 0;
        frame.world.countTurn(frame);
        turn(frame);
    }

    @Override
    @Nullable Completion left(Frame frame, Completion completion) {
        if (completion == Completion.CONTINUE) {
            next = 0;
            frame.world.countTurn(frame);
            turn(frame);
            return null;
        }
        frame.leave(this);
        return completion == Completion.BREAK ? null : completion;
    }

    /** Enters the loop: its first turn has not begun, so its body must not run yet. */
    final void enter(Frame frame) {
        frame.enter(this);
        turn(frame);
    }

    /** {@code for index in range(times)}. */
    static final class Repeat extends LoopBlock {
        private final long times;
        private final Reference index;
        private long done;

        Repeat(@Nullable Block outer, Sequence body, long times, Reference index) {
            super(outer, body);
            this.times = times;
            this.index = index;
        }

        @Override
        void turn(Frame frame) {
            if (done < times) {
                index.set(frame, done++);
            } else {
                frame.leave(this);
            }
        }
    }

    /** {@code while that}. */
    static final class While extends LoopBlock {
        private final Evaluation that;

        While(@Nullable Block outer, Sequence body, Evaluation that) {
            super(outer, body);
            this.that = that;
        }

        @Override
        void turn(Frame frame) {
            if (!Values.truth(that.in(frame))) {
                frame.leave(this);
            }
        }
    }
}
