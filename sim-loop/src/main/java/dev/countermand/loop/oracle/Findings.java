package dev.countermand.loop.oracle;

import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.loop.trace.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the oracles of one run have seen. The loop and its objects report here; an oracle that is
 * off costs one comparison where it would report, and nothing else.
 */
public final class Findings {
    private final OracleSet oracles;
    private final Supplier<Stamp> now;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final List<Runnable> suspicions = new ArrayList<>();
    private boolean over;
    private @Nullable Violation end;

    /**
     * Begins a run.
     *
     * @param oracles which of them watch
     * @param now gives the step and the time at any moment
     */
    public Findings(OracleSet oracles, Supplier<Stamp> now) {
        this.oracles = oracles;
        this.now = now;
    }

    /** Whether an oracle watches this run. */
    public boolean watches(Oracle oracle) {
        return oracles.has(oracle) && !over;
    }

    /** The step and the time of this moment. */
    public Stamp now() {
        return now.get();
    }

    /** Reports something that went wrong now, if its oracle watches. */
    public void report(Oracle oracle, String message) {
        if (watches(oracle)) {
            report(oracle, message, now());
        }
    }

    /** Reports something that went wrong at a moment, if its oracle watches. */
    public void report(Oracle oracle, String message, Stamp at) {
        if (watches(oracle)) {
            violations.add(new Violation(
                    oracle.kind(), message, at.step(), at.nanos(), List.of()));
        }
    }

    /**
     * Notes something that the program under test found wrong by itself.
     *
     * @return whether it counts: what happens when the run is over does not
     */
    public boolean violated(Violation.Kind kind, String message) {
        return !over && violations.add(now(kind, message, List.of()));
    }

    /**
     * Asks an object at the end what is wrong with it; each object says this once. Without any
     * oracle nobody would ask, and a program that runs for long would keep all that it ever made.
     */
    public void watch(Watched object) {
        if (!oracles.equals(OracleSet.NONE)) {
            watched.add(object);
        }
    }

    /** Looks at something again when the run is over, and not before: it may yet turn out well. */
    public void suspect(Runnable look) {
        suspicions.add(look);
    }

    /**
     * Nothing can go on: asks who was not woken. What else is amiss follows from that.
     *
     * @param message what the verdict says
     * @param waiting who waits for what
     */
    public void atDeadlock(String message, List<Violation.Waiting> waiting) {
        if (!over) {
            end = now(Violation.Kind.DEADLOCK, message, waiting);
            watched.forEach(object -> object.atDeadlock(this));
            over = true;
        }
    }

    /**
     * The run takes too long and is given up: what is unfinished now says nothing about the
     * program.
     *
     * @param message what the verdict says
     */
    public void atLivelock(String message) {
        if (!over) {
            end = now(Violation.Kind.LIVELOCK, message, List.of());
            over = true;
        }
    }

    private Violation now(
            Violation.Kind kind, String message, List<Violation.Waiting> waiting) {
        Stamp at = now();
        return new Violation(kind, message, at.step(), at.nanos(), waiting);
    }

    /**
     * The deadlock or livelock that ended the run, the first one if what was closed afterwards came
     * to another; null if it came to its end. It is not among the {@link #atEnd violations}.
     */
    public @Nullable Violation end() {
        return end;
    }

    /** The run came to its end, if nothing ended it before. Asked twice, it looks once. */
    public List<Violation> atEnd() {
        if (!over) {
            suspicions.forEach(Runnable::run);
            watched.forEach(object -> object.atEnd(this));
            over = true;
        }
        return List.copyOf(violations);
    }
}
