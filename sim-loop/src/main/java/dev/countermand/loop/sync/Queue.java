package dev.countermand.loop.sync;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.QueueEmpty;
import dev.countermand.loop.error.QueueFull;
import dev.countermand.loop.error.QueueShutDown;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.Taking;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from producers to consumers: {@code asyncio.Queue}, and by its {@link QueueOrder}
 * also {@code LifoQueue} and {@code PriorityQueue}.
 *
 * <p>A woken getter or putter has no claim on the item or the room it was woken for: it looks again
 * when it runs, as in CPython.
 *
 * @param <E> the type of the items
 */
public final class Queue<E> extends LoopBound {
    private final long maxSize;
    private final QueueOrder<E> items;
    private final Deque<Future<Object>> getters = new ArrayDeque<>();
    private final Deque<Future<Object>> putters = new ArrayDeque<>();
    private final Event finished;
    private long unfinished;
    private boolean shutDown;

    /** Creates a first-in-first-out queue without a limit. */
    public Queue() {
        this(null, 0, QueueOrder.fifo());
    }

    /**
     * Creates a queue.
     *
     * @param name a name for reports, null for none
     * @param maxSize how many items it holds before {@code put} waits; 0 or less for no limit
     * @param order which item comes next
     */
    public Queue(@Nullable String name, long maxSize, QueueOrder<E> order) {
        super(name);
        this.maxSize = maxSize;
        this.items = order;
        this.finished = new Event(name == null ? null : name + ".join");
    }

    /** The number of items: {@code Queue.qsize}. */
    public int size() {
        seen();
        return items.size();
    }

    /** Whether there is no item: {@code Queue.empty}. */
    public boolean isEmpty() {
        seen();
        return items.size() == 0;
    }

    /** Whether there is no room: {@code Queue.full}. */
    public boolean isFull() {
        seen();
        return maxSize > 0 && items.size() >= maxSize;
    }

    /** Puts an item in, waiting for room if need be: {@code Queue.put}. */
    public Coroutine<Object> put(E item) {
        return new Put(item);
    }

    /**
     * Puts an item in at once: {@code Queue.put_nowait}.
     *
     * @throws QueueFull if there is no room
     * @throws QueueShutDown if the queue was shut down
     */
    public void putNowait(E item) {
        used();
        if (shutDown) {
            throw new QueueShutDown();
        }
        if (isFull()) {
            throw new QueueFull();
        }
        items.add(item);
        unfinished++;
        finished.clear();
        wakeNext(getters);
    }

    /** Takes an item out, waiting for one if need be: {@code Queue.get}. */
    public Coroutine<E> get() {
        return new Get();
    }

    /**
     * Takes an item out at once: {@code Queue.get_nowait}.
     *
     * @throws QueueEmpty if there is none
     * @throws QueueShutDown if there is none and the queue was shut down
     */
    public E getNowait() {
        used();
        if (isEmpty()) {
            if (shutDown) {
                throw new QueueShutDown();
            }
            throw new QueueEmpty();
        }
        E item = items.take();
        wakeNext(putters);
        return item;
    }

    /**
     * Says that the work on one item is done: {@code Queue.task_done}.
     *
     * @throws ValueError if that was said for every item already
     */
    public void taskDone() {
        used();
        if (unfinished <= 0) {
            throw new ValueError("task_done() called too many times");
        }
        unfinished--;
        if (unfinished == 0) {
            finished.set();
        }
    }

    /**
     * Waits until {@link #taskDone} was called for every item that was put in: {@code Queue.join}.
     */
    public Coroutine<Object> join() {
        return new Join();
    }

    /**
     * Refuses new items, wakes everybody who waits, and lets gets fail once the queue is empty:
     * {@code Queue.shutdown}.
     *
     * @param immediate throws the items away, as if they were done
     */
    public void shutdown(boolean immediate) {
        used();
        shutDown = true;
        if (immediate) {
            while (!isEmpty()) {
                items.take();
                if (unfinished > 0) {
                    unfinished--;
                }
            }
            if (unfinished == 0) {
                finished.set();
            }
        }
        wakeAll(getters);
        wakeAll(putters);
    }

    @Override
    public void atDeadlock(Findings findings) {
        if (!isEmpty()) {
            reportStranded(findings, getters, "has an item");
        }
        if (!isFull()) {
            reportStranded(findings, putters, "has room");
        }
    }

    private static void wakeNext(Deque<Future<Object>> waiters) {
        while (!waiters.isEmpty()) {
            Future<Object> waiter = waiters.removeFirst();
            if (!waiter.isDone()) {
                waiter.setResult(null);
                break;
            }
        }
    }

    private static void wakeAll(Deque<Future<Object>> waiters) {
        while (!waiters.isEmpty()) {
            wakeNext(waiters);
        }
    }

    /** The shared shape of put and get: wait while the queue is in the way, then act. */
    private abstract class Turn<V> extends StepCoroutine<V> {
        private final Deque<Future<Object>> line;
        private @Nullable Future<Object> waiter;

        Turn(Deque<Future<Object>> line) {
            this.line = line;
        }

        abstract boolean mustWait();

        abstract @Nullable V act();

        @Override
        protected final Signal advance(@Nullable Throwable thrown) {
            used();
            if (waiter != null) {
                try {
                    awaited(waiter, thrown);
                } catch (Throwable error) {
                    giveUp(waiter);
                    throw error;
                }
            }
            if (mustWait()) {
                if (shutDown) {
                    throw new QueueShutDown();
                }
                waiter = newWaiter();
                line.addLast(waiter);
                state = 1;
                return waiter;
            }
            return returned(act());
        }

        private void giveUp(Future<Object> left) {
            left.cancel();
            line.remove(left);
            if (!mustWait() && !left.isCancelled()) {
                // It was woken and cannot take its turn: the next in line shall.
                wakeNext(line);
            }
        }
    }

    private final class Put extends Turn<Object> {
        private final E item;

        Put(E item) {
            super(putters);
            this.item = item;
        }

        @Override
        boolean mustWait() {
            return isFull();
        }

        @Override
        @Nullable Object act() {
            putNowait(item);
            return null;
        }

        @Override
        public String name() {
            return "put";
        }
    }

    private final class Get extends Turn<E> implements Taking {
        Get() {
            super(getters);
        }

        @Override
        boolean mustWait() {
            return isEmpty();
        }

        @Override
        E act() {
            return getNowait();
        }

        @Override
        public Oracle oracle() {
            return Oracle.ITEM_LOST;
        }

        @Override
        public String what() {
            return "an item of " + Queue.this;
        }

        @Override
        public boolean isStillMissing(Object taker) {
            return true;
        }

        @Override
        public String name() {
            return "get";
        }
    }

    private final class Join extends StepCoroutine<Object> {
        private @Nullable Coroutine<Boolean> wait;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            if (state == 0) {
                if (unfinished <= 0) {
                    return returned(null);
                }
                wait = finished.waitFor();
                state = 1;
            }
            Signal signal = wait.resume(thrown);
            return signal == Signal.RETURNED ? returned(null) : signal;
        }

        @Override
        public String name() {
            return "join";
        }
    }
}
