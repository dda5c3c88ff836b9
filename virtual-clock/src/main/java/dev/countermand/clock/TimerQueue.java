package dev.countermand.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The timers that wait for their deadline, in exactly the order in which CPython's event loop fires
 * them: this is {@code BaseEventLoop._scheduled} with the three algorithms of {@code heapq}.
 *
 * <p>Timers of equal deadline come out in an order that depends on the shape of the heap, which is
 * neither first-in-first-out nor random: six of them, added one after the other, fire as 0, 2, 5,
 * 4, 1, 3, and as 0, 2, 5, 1, 3, 4 when a seventh waits behind them. On a virtual clock equal
 * deadlines are the rule, so this order is visible to every program.
 *
 * <p>A queue keeps no reference to a timer that has left it. It is not safe for use by several
 * threads.
 *
 * <p>Source: {@code heapq.py} ({@code heappush}, {@code heappop}, {@code heapify}) and {@code
 * asyncio/base_events.py} ({@code _run_once}, {@code _timer_handle_cancelled}) of CPython 3.14.
 *
 * @param <T> the kind of timer
 */
public final class TimerQueue<T extends Timer> {

    /*
     * A binary heap in two parallel arrays. The deadlines stand beside the timers so that a
     * comparison touches neither the timer object nor an interface call; only `<` between deadlines
     * is ever asked, as heapq asks only `__lt__` of its items. Any other heap, however correct,
     * would order ties differently, so no step below may be simplified: in particular a removal
     * must sink the hole all the way to a leaf before the last item climbs back up.
     */

    /** CPython's {@code _MIN_SCHEDULED_TIMER_HANDLES}: queues up to this size are never rebuilt. */
    private static final int REBUILD_ABOVE_SIZE = 100;

    private static final int FIRST_CAPACITY = 16;

    private long[] deadlines = new long[FIRST_CAPACITY];
    private @Nullable Object[] timers = new @Nullable Object[FIRST_CAPACITY];
    private int size;
    private int cancelledCount;

    /** An empty queue. */
    public TimerQueue() {}

    /**
     * Adds a timer, reading its deadline now ({@code heappush}).
     *
     * @throws NullPointerException if the timer is null
     */
    public void add(T timer) {
        Objects.requireNonNull(timer, "timer");
        if (size == timers.length) {
            grow();
        }
        int hole = size++;
        settle(0, hole, timer.deadlineNanos(), timer);
    }

    /** How many timers wait, cancelled ones that were not yet dropped included. */
    public int size() {
        return size;
    }

    /** Whether no timer waits, not even a cancelled one. */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The timer that leaves next, or null if the queue is empty. It may be cancelled, unless
     * {@link #dropCancelled} was called since.
     */
    public @Nullable T first() {
        return size == 0 ? null : timerAt(0);
    }

    /**
     * Records that a timer which is still in this queue was cancelled. It stays in its place until
     * {@link #dropCancelled} or its deadline removes it.
     *
     * <p>To be called once for a timer, and never for one that already left: the count decides when
     * the queue is rebuilt, which changes the order of ties. The queue does not search for the
     * timer.
     *
     * @throws NullPointerException if the timer is null
     */
    public void cancelled(T timer) {
        Objects.requireNonNull(timer, "timer");
        cancelledCount++;
    }

    /**
     * How many cancelled timers CPython believes to be waiting ({@code _timer_cancelled_count}).
     *
     * <p>A cancelled timer taken by {@link #pollDue} is not subtracted, because CPython does not:
     * the count can exceed the truth until the next rebuild sets it to zero.
     */
    public int cancelledCount() {
        return cancelledCount;
    }

    /**
     * Removes cancelled timers as the start of {@code _run_once} does. Of a queue of more than 100
     * timers, over half of them counted as cancelled, all cancelled ones go and the heap is
     * rebuilt; otherwise only those that stand at the head go.
     */
    public void dropCancelled() {
        // CPython asks `count / size > 0.5` in doubles; for sizes below 2^53 that is this, exactly.
        if (size > REBUILD_ABOVE_SIZE && 2L * cancelledCount > size) {
            keepUncancelled();
            heapify();
            cancelledCount = 0;
        } else {
            while (size > 0 && timerAt(0).isCancelled()) {
                cancelledCount--;
                removeFirst();
            }
        }
    }

    /**
     * Takes the first timer if it is due, whether cancelled or not: CPython, too, moves a cancelled
     * timer that comes due to the ready queue and skips it there.
     *
     * @param nowNanos the present virtual time in nanoseconds
     * @return the timer, or null if the queue is empty or its first deadline lies after {@code
     *     nowNanos}
     */
    public @Nullable T pollDue(long nowNanos) {
        return size == 0 || deadlines[0] > nowNanos ? null : removeFirst();
    }

    /**
     * Takes all timers that are due, cancelled ones included, in the order of {@link #pollDue}.
     *
     * @param nowNanos the present virtual time in nanoseconds
     * @param out the list to whose end they are appended; {@link TieBreak#order} may reorder it
     * @return how many were taken
     */
    public int drainDue(long nowNanos, List<? super T> out) {
        int taken = 0;
        while (size > 0 && deadlines[0] <= nowNanos) {
            out.add(removeFirst());
            taken++;
        }
        return taken;
    }

    /** Removes every timer, as closing a loop does. {@link #cancelledCount} becomes zero. */
    public void clear() {
        Arrays.fill(timers, 0, size, null);
        size = 0;
        cancelledCount = 0;
    }

    /** {@code heappop}: the last item is put in place of the first and sinks from there. */
    private T removeFirst() {
        T first = timerAt(0);
        int last = --size;
        long deadline = deadlines[last];
        Object timer = timers[last];
        timers[last] = null;
        if (last > 0) {
            sink(0, deadline, timer);
        }
        return first;
    }

    private void keepUncancelled() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!timerAt(i).isCancelled()) {
                deadlines[kept] = deadlines[i];
                timers[kept] = timers[i];
                kept++;
            }
        }
        Arrays.fill(timers, kept, size, null);
        size = kept;
    }

    /** {@code heapify}, over the items in the order in which they stand. */
    private void heapify() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, deadlines[i], timers[i]);
        }
    }

    /**
     * {@code _siftup}: from {@code start} down to a leaf the earlier child moves up, the right one
     * when neither is earlier; then the item is placed at that leaf and climbs.
     */
    private void sink(int start, long deadline, @Nullable Object timer) {
        long[] deadlines = this.deadlines;
        @Nullable Object[] timers = this.timers;
        int end = size;
        int hole = start;
        int child = 2 * hole + 1;
        while (child < end) {
            int right = child + 1;
            if (right < end && !(deadlines[child] < deadlines[right])) {
                child = right;
            }
            deadlines[hole] = deadlines[child];
            timers[hole] = timers[child];
            hole = child;
            child = 2 * hole + 1;
        }
        settle(start, hole, deadline, timer);
    }

    /**
     * {@code _siftdown}: the item climbs from the hole, but not above {@code start}, past later
     * ones.
     */
    private void settle(int start, int hole, long deadline, @Nullable Object timer) {
        long[] deadlines = this.deadlines;
        @Nullable Object[] timers = this.timers;
        while (hole > start) {
            int parent = (hole - 1) >> 1;
            if (!(deadline < deadlines[parent])) {
                break;
            }
            deadlines[hole] = deadlines[parent];
            timers[hole] = timers[parent];
            hole = parent;
        }
        deadlines[hole] = deadline;
        timers[hole] = timer;
    }

    /** Half as much again: doubling would waste more on the large queues that matter. */
    private void grow() {
        int capacity = Math.max(size + 1, size + (size >> 1));
        deadlines = Arrays.copyOf(deadlines, capacity);
        timers = Arrays.copyOf(timers, capacity);
    }

    // Only add() stores timers, and it takes nothing but a T; slots below size are never null.
    @SuppressWarnings({"unchecked", "NullAway"})
    private T timerAt(int index) {
        return (T) timers[index];
    }
}
