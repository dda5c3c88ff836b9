package dev.countermand.loop.oracle;

import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.loop.trace.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    /** Notes something that the program under test found wrong by itself. */
    public void violated(Violation.Kind kind, String message) {
        Stamp at = now();
        violations.add(new Violation(kind, message, at.step(), at.nanos(), List.of()));
    }

    /** Asks an object at the end what is wrong with it; each object says this once. */
    public void watch(Watched object) {
        watched.add(object);
    }

    /** Looks at something again when the run is over, and not before: it may yet turn out well. */
    public void suspect(Runnable look) {
        suspicions.add(look);
    }

    /** Nothing can go on: asks who was not woken. What else is amiss follows from that. */
    public void atDeadlock() {
        if (!over) {
            watched.forEach(object -> object.atDeadlock(this));
            over = true;
        }
    }

    /** The run is given up: what is unfinished now says nothing about the program. */
    public void abandon() {
        over = true;
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
