package dev.countermand.asyncio;

import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.combine.AsCompleted;
import dev.countermand.loop.error.StopAsyncIteration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Java's {@code for} over what arrives one by one. */
final class Iterating {
    private Iterating() {}

    static <T> Iterable<Coroutine<T>> over(AsCompleted completed) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return completed.hasNext();
            }

            @Override
            @SuppressWarnings({"unchecked", "rawtypes"})
            public Coroutine<T> next() {
                return (Coroutine) completed.next();
            }
        };
    }

    static <T> Iterable<T> over(AsyncGenerator<T> generator) {
        return () -> new Values<>(generator);
    }

    /** Waits for a value when it is asked whether there is one, as {@code async for} does. */
    private static final class Values<T> implements Iterator<T> {
        private final AsyncGenerator<T> generator;
        private AsyncGenerator.@Nullable Yielded<T> next;
        private boolean ended;

        Values(AsyncGenerator<T> generator) {
            this.generator = generator;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                try {
                    next = new AsyncGenerator.Yielded<>(Asyncio.await(generator.anext()));
                } catch (StopAsyncIteration end) {
                    ended = true;
                }
            }
            return next != null;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the generator has ended");
            }
            T value = next.value();
            next = null;
            return value;
        }
    }
}
