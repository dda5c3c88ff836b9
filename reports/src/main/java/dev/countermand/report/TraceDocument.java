package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, recorded whole: what the JSON file {@code countermand-trace/1} holds.
 *
 * <p>It says nothing of the machine, the JDK or the time of day, so the same run gives the same
 * bytes everywhere.
 *
 * @param subject what ran
 * @param origin how its choices were made
 * @param choices the choices that had at least two answers, in order
 * @param events what happened, in order
 * @param verdict what came of it
 */
public record TraceDocument(
        Subject subject,
        Origin origin,
        List<Choice> choices,
        List<TraceEvent> events,
        RunVerdict verdict) {
    /** Copies the lists. */
    public TraceDocument {
        choices = List.copyOf(choices);
        events = List.copyOf(events);
    }

    /**
     * What ran.
     *
     * @param name the scenario's or the test's name
     * @param file the file's name without its folder, null if it was no file
     * @param sha256 the SHA-256 of the file's bytes in lower-case hex, null if it was no file
     */
    public record Subject(String name, @Nullable String file, @Nullable String sha256) {}

    /**
     * How the run's choices were made.
     *
     * @param seed the run's own seed
     * @param strategy the strategy's name
     * @param orders the order mode's label
     * @param python the compatibility level, such as {@code "3.14"}
     * @param stepLimit after how many steps a run is a livelock
     */
    public record Origin(
            long seed, String strategy, String orders, String python, long stepLimit) {}

    /**
     * What came of the run.
     *
     * @param violations what must not happen and did, in order; empty for a clean run
     * @param steps how many loop steps it took
     * @param nanos the time of its last loop at the end
     */
    public record RunVerdict(List<Violation> violations, long steps, long nanos) {
        /** Copies the list. */
        public RunVerdict {
            violations = List.copyOf(violations);
        }
    }
}
