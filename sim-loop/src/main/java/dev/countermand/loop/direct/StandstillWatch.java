package dev.countermand.loop.direct;

import dev.countermand.loop.error.BlockingCall;
import java.util.Arrays;
import java.util.Optional;

/**
 * Notices that a thread stands still: the last resort where nothing tells us that it has blocked.
 *
 * <p>Only here real time plays a part, and only for what would otherwise be a hang: a coroutine
 * that goes on before it has been seen standing still often enough has changed nothing.
 */
final class StandstillWatch {
    /** The time between two looks. */
    static final long LOOK_NANOS = 1_000_000_000L;

    /** How often in a row a thread must be seen at the same place. */
    static final int LOOKS = 3;

    private StackTraceElement[] seen = {};
    private int times;

    /**
     * Looks once; the verdict is there if the thread has not moved for long.
     *
     * @param style what its code is written in
     */
    Optional<BlockingCall> look(Thread thread, BlockedThread.Style style) {
        StackTraceElement[] stack = thread.getStackTrace();
        if (!waits(thread.getState()) || stack.length == 0) {
            times = 0;
            return Optional.empty();
        }
        times = Arrays.equals(stack, seen) ? times + 1 : 1;
        seen = stack;
        return times < LOOKS
                ? Optional.empty()
                : Optional.of(BlockedThread.orLock(thread.getName(), style, stack));
    }

    private static boolean waits(Thread.State state) {
        return state == Thread.State.WAITING
                || state == Thread.State.TIMED_WAITING
                || state == Thread.State.BLOCKED;
    }
}
