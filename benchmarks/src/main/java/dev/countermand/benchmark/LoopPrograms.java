package dev.countermand.benchmark;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.sync.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The programs as state machines on the loop: what it costs without an interpreter. */
final class LoopPrograms {
    private LoopPrograms() {}

    /** A coroutine that does one thing after another, each of which may wait. */
    private abstract static class Program extends StepCoroutine<Object> {
        private @Nullable Coroutine<?> inner;

        @Override
        public String name() {
            return "program";
        }

        /** The next thing to wait for, null when there is none; {@code value} is the last one's. */
        abstract @Nullable Coroutine<?> next(@Nullable Object value);

        @Override
        protected final Signal advance(@Nullable Throwable thrown) {
            state = 1;
            Throwable error = thrown;
            Object value = null;
            while (true) {
                if (inner != null) {
                    Signal signal = inner.resume(error);
                    if (signal != Signal.RETURNED) {
                        return signal;
                    }
                    value = inner.result();
                }
                error = null;
                inner = next(value);
                if (inner == null) {
                    return returned(null);
                }
            }
        }
    }

    /** Gives up its turn a number of times. */
    static final class Spinner extends StepCoroutine<Object> {
        private int left;

        Spinner(int turns) {
            left = turns;
        }

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            state = 1;
            return left-- > 0 ? Signal.YIELDED : returned(null);
        }

        @Override
        public String name() {
            return "spinner";
        }
    }

    /** Makes tasks and waits for all of them. */
    static final class Parent extends StepCoroutine<Object> {
        private final int children;
        private final Supplier<Coroutine<Object>> child;

        Parent(int children, Supplier<Coroutine<Object>> child) {
            this.children = children;
            this.child = child;
        }

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            if (state == 1) {
                return returned(null);
            }
            SimLoop loop = SimLoop.running();
            List<Task<?>> tasks = new ArrayList<>();
            for (int i = 0; i < children; i++) {
                tasks.add(loop.createTask(child.get()));
            }
            state = 1;
            return Gather.of(loop, tasks, false);
        }

        @Override
        public String name() {
            return "parent";
        }
    }

    /** Sleeps again and again. */
    static final class SleepOne extends Program {
        private int left;

        SleepOne(int times) {
            left = times;
        }

        @Override
        @Nullable Coroutine<?> next(@Nullable Object value) {
            return left-- > 0 ? new Sleep<>(1_000_000_000L, null) : null;
        }
    }

    /** Makes a task, lets it begin its sleep, cancels it and waits for it. */
    static final class CreateAndCancel extends StepCoroutine<Object> {
        private static final int STARTED = 1;
        private static final int CANCELLED = 2;

        private int left;
        private @Nullable Task<?> task;

        CreateAndCancel(int times) {
            left = times;
        }

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            if (state == STARTED) {
                task.cancel();
                state = CANCELLED;
                return task;
            }
            if (state == CANCELLED) {
                if (!(thrown instanceof CancelledError)) {
                    throw new IllegalStateException("the task was not cancelled", thrown);
                }
                if (--left == 0) {
                    return returned(null);
                }
            }
            task = SimLoop.running().createTask(new Sleep<>(1_000_000_000_000L, null));
            state = STARTED;
            return Signal.YIELDED;
        }

        @Override
        public String name() {
            return "create and cancel";
        }
    }

    /** One of two partners: whoever serves puts first, the other one gets first. */
    static final class Player extends Program {
        private final Queue<Object> out;
        private final Queue<Object> in;
        private int moves;
        private boolean putting;

        Player(Queue<Object> out, Queue<Object> in, int roundTrips, boolean serves) {
            this.out = out;
            this.in = in;
            this.moves = 2 * roundTrips;
            this.putting = serves;
        }

        @Override
        @Nullable Coroutine<?> next(@Nullable Object value) {
            if (moves-- == 0) {
                return null;
            }
            boolean puts = putting;
            putting = !puts;
            return puts ? out.put("ball") : in.get();
        }
    }
}
