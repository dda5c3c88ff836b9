package dev.countermand.clock;

import java.util.List;

/**
 * The choice among timers due at the same instant, whose order asyncio leaves open.
 *
 * <p>Order between different deadlines is no choice: asyncio promises it. Nor is the place of a
 * timer that was cancelled before it came due: the loop skips it unseen, so orders that differ only
 * in it cannot be told apart, and exploring them would be waste.
 */
@FunctionalInterface
public interface TieBreak {

    /** Chooses nothing: timers fire in CPython's own order. */
    TieBreak CPYTHON = tied -> 0;

    /**
     * Picks which of the timers that remain at one instant fires next.
     *
     * @param tied those that remain, at least 2, in CPython's order; not to be kept or changed
     * @return the place of the one picked; 0 is always the one that CPython would fire next
     */
    int choose(List<? extends Timer> tied);

    /**
     * Reorders timers that came due together, group by group of equal deadlines, by asking {@link
     * #choose} for the first of each group, then for the second of those that remain, and so on;
     * the last has no rival. Cancelled timers keep their places.
     *
     * @param due the timers as {@link TimerQueue#drainDue} appended them; reordered in place
     * @throws IllegalArgumentException if {@code choose} answers outside its bounds; the list may
     *     by then be partly reordered, but holds the same timers
     */
    default <T extends Timer> void order(List<T> due) {
        int start = 0;
        while (start < due.size()) {
            int end = start + 1;
            long deadline = due.get(start).deadlineNanos();
            while (end < due.size() && due.get(end).deadlineNanos() == deadline) {
                end++;
            }
            if (end - start > 1) {
                TiedTimers.order(due.subList(start, end), this);
            }
            start = end;
        }
    }
}
