package dev.countermand.loop.sync;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.Watched;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that belongs to the first loop on which somebody had to wait for it: asyncio's {@code
 * mixins._LoopBoundMixin}.
 */
abstract class LoopBound implements Watched {
    private final @Nullable String name;
    private boolean watched;
    private @Nullable SimLoop loop;

    LoopBound(@Nullable String name) {
        this.name = name;
    }

    /** The running loop, which this object now belongs to. */
    final SimLoop loop() {
        SimLoop running = SimLoop.runningOrNull();
        if (loop == null) {
            loop = running;
        }
        if (running == null || running != loop) {
            throw new RuntimeError("<" + this + "> is bound to a different event loop",
                    "make it inside the run that uses it: it belongs to the first loop that waits");
        }
        return running;
    }

    /** Notes a use of this object that may change it. */
    final void used() {
        Accesses.write(this);
    }

    /** Notes that somebody looked at this object. */
    final void seen() {
        Accesses.read(this);
    }

    /** Lets the oracles of the running world ask this object at the end what is wrong with it. */
    final void beWatched() {
        if (!watched) {
            SimLoop running = SimLoop.runningOrNull();
            if (running != null) {
                watched = true;
                running.simulation().findings().watch(this);
            }
        }
    }

    /** Reports at a deadlock that a task waits for this although it is free. */
    final void reportStranded(
            Findings findings, Collection<Future<Object>> waiters, String why) {
        SimLoop owner = loop;
        if (owner != null && waiters.stream().anyMatch(waiter -> !waiter.isDone())) {
            List<String> stranded = owner.allTasks().stream()
                    .filter(task -> waiters.contains(task.awaits()))
                    .map(Task::name)
                    .toList();
            findings.report(Oracle.WAKEUP_LOST,
                    this + " " + why + ", and nobody woke " + String.join(", ", stranded));
        }
    }

    /** A future on which a waiter of this object suspends. */
    final <T> Future<T> newWaiter() {
        beWatched();
        Future<T> waiter = loop().createFuture();
        waiter.setPurpose(this);
        return waiter;
    }

    /** The kind of object and its name if it has one, for reports. */
    @Override
    public String toString() {
        String kind = getClass().getSimpleName();
        return name == null ? kind : kind + " \"" + name + "\"";
    }
}
