package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** What a frame is in the middle of: a sequence of operations, and what happens at its end. */
abstract class Block {
    final @Nullable Block outer;
    Sequence sequence;
    int next;

    Block(@Nullable Block outer, Sequence sequence) {
        this.outer = outer;
        this.sequence = sequence;
    }

    /** The sequence has come to its end; this is the frame's innermost block. */
    void ended(Frame frame) {
        frame.leave(this);
    }

    /**
     * The sequence is left before its end; this is the frame's innermost block.
     *
     * @return null if this block has dealt with it, or else the completion for the block outside,
     *     and then this block has been left
     */
    @Nullable Completion left(Frame frame, Completion completion) {
        frame.leave(this);
        return completion;
    }

    /** The error whose handler this block is running, null if none. */
    @Nullable Throwable handling() {
        return null;
    }

    /** Begins another sequence in this block. */
    final void go(Sequence other) {
        sequence = other;
        next = 0;
    }

    /** A sequence with nothing special about it: a body, a branch. */
    static final class Plain extends Block {
        Plain(@Nullable Block outer, Sequence sequence) {
            super(outer, sequence);
        }
    }
}
