package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.GATHER_BELONGS_TO_RUNNING_LOOP;
import static dev.countermand.loop.VersionDifference.GATHER_OF_DONE_IS_DONE;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Awaitable;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.CancelledError;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for several awaitables and collects their results: {@code asyncio.gather}. */
public final class Gather extends Future<List<@Nullable Object>> {
    private final boolean returnExceptions;
    private final List<Future<?>> children = new ArrayList<>();
    private int distinct;
    private int finished;
    private boolean assembled;
    private boolean cancelRequested;

    private Gather(SimLoop loop, boolean returnExceptions) {
        super(loop);
        this.returnExceptions = returnExceptions;
    }

    /**
     * Gathers on the running loop: {@code asyncio.gather}.
     *
     * @param awaitables coroutines become tasks; the same object given twice is one child
     * @param returnExceptions whether errors are collected like results
     * @return a future of the results in the order of the arguments
     * @throws dev.countermand.loop.error.ValueError if they belong to different loops
     */
    public static Future<List<@Nullable Object>> of(
            List<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
        SimLoop running = SimLoop.running();
        if (awaitables.isEmpty() || running.python().has(GATHER_BELONGS_TO_RUNNING_LOOP)) {
            return of(running, awaitables, returnExceptions);
        }
        List<Awaitable<?>> all = new ArrayList<>(awaitables);
        Future<?> first = all.get(0).ensureFuture(running);
        all.replaceAll(awaitable -> awaitable == awaitables.get(0) ? first : awaitable);
        return of(first.loop(), all, returnExceptions);
    }

    /** Gathers on a given loop, which need not run: {@code asyncio.gather}. */
    public static Future<List<@Nullable Object>> of(
            SimLoop loop, List<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
        if (awaitables.isEmpty()) {
            Future<List<@Nullable Object>> nothing = loop.createFuture();
            nothing.setResult(new ArrayList<>());
            return nothing;
        }
        Gather gather = new Gather(loop, returnExceptions);
        gather.assemble(awaitables);
        return gather;
    }

    private void assemble(List<? extends Awaitable<?>> awaitables) {
        Accesses.write(this);
        // Looked up by identity and never iterated, so no order depends on it.
        Map<Awaitable<?>, Future<?>> known = new IdentityHashMap<>();
        List<Future<?>> alreadyDone = new ArrayList<>();
        boolean doneAtOnce = loop().python().has(GATHER_OF_DONE_IS_DONE);
        DoneCallback callback = this::childDone;
        for (Awaitable<?> awaitable : awaitables) {
            Future<?> child = known.get(awaitable);
            if (child == null) {
                child = awaitable.ensureFutureOf(loop());
                known.put(awaitable, child);
                distinct++;
                if (doneAtOnce && child.isDone()) {
                    alreadyDone.add(child);
                } else {
                    child.addDoneCallback(callback);
                }
            }
            children.add(child);
        }
        assembled = true;
        alreadyDone.forEach(this::childDone);
    }

    private void childDone(Future<?> child) {
        Accesses.write(this);
        finished++;
        if (!assembled || isDone()) {
            if (!child.isCancelled()) {
                child.markRetrieved();
            }
            return;
        }
        if (!returnExceptions) {
            if (child.isCancelled()) {
                setException(child.makeCancelledError());
                return;
            }
            Throwable error = child.exception();
            if (error != null) {
                setException(error);
                return;
            }
        }
        if (finished == distinct) {
            finish();
        }
    }

    private void finish() {
        List<@Nullable Object> results = new ArrayList<>(children.size());
        for (Future<?> child : children) {
            results.add(outcomeOf(child));
        }
        if (cancelRequested) {
            // CPython raises the error of the child that its loop variable ends on: the last one.
            setException(children.get(children.size() - 1).makeCancelledError());
        } else {
            setResult(results);
        }
    }

    private static @Nullable Object outcomeOf(Future<?> child) {
        if (child.isCancelled()) {
            String message = child.cancelMessage();
            return new CancelledError(message == null ? "" : message);
        }
        Throwable error = child.exception();
        return error == null ? child.result() : error;
    }

    /** Cancels every child; this future ends when they have. False if none could be cancelled. */
    @Override
    public boolean cancel(@Nullable String message) {
        Accesses.write(this);
        if (isDone()) {
            return false;
        }
        boolean[] any = {false};
        loop().within("gather", () -> {
            for (Future<?> child : children) {
                any[0] |= child.cancel(message);
            }
        });
        cancelRequested |= any[0];
        return any[0];
    }

    @Override
    public String describe() {
        List<String> names = new ArrayList<>();
        for (Future<?> child : children) {
            if (!child.isDone()) {
                names.add(child.describe());
            }
        }
        return names.isEmpty() ? "gather" : "gather of " + String.join(", ", names);
    }
}
