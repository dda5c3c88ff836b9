package dev.countermand.fence;

import dev.countermand.fence.scan.CodeUnderTest;
import dev.countermand.fence.scan.Suspect;
import dev.countermand.fence.scan.Suspects;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the code under test uses that no schedule decides: real clocks, other threads,
 * unseeded chance, identity hashes, what a run leaves in static fields.
 *
 * <p>It reads class files and needs no agent. The files are read when they are first asked for, so
 * making a fence costs nothing. A fence may be used by several threads.
 */
public final class Fence {
    private final Class<?> start;
    private final List<String> prefixes;
    private @Nullable CodeUnderTest code;
    private @Nullable Suspects suspects;

    private Fence(Class<?> start, List<String> prefixes) {
        this.start = start;
        this.prefixes = List.copyOf(prefixes);
    }

    /** The fence of a test: of its class and of what that can reach in folders of class files. */
    public static Fence of(Class<?> test) {
        return new Fence(test, List.of());
    }

    /**
     * The same fence, which also reads jars.
     *
     * @param prefixes how the names of the classes begin, such as {@code com.acme.}
     */
    public Fence alsoReading(String... prefixes) {
        List<String> all = new ArrayList<>(this.prefixes);
        all.addAll(List.of(prefixes));
        return new Fence(start, all);
    }

    /** Every suspect line: those of the test first, then of the classes it names, by line. */
    public List<Suspect> suspects() {
        return scanned().all();
    }

    /** What could not be read, and why, one a line; empty if all went well. */
    public List<String> notes() {
        return code().notes();
    }

    /** The names of the classes that were read, the test first. */
    public List<String> classes() {
        return code().names();
    }

    /**
     * Says where two runs of one schedule differ and which lines are the likeliest to be why.
     *
     * @return empty if the runs are the same
     */
    public Optional<Divergence> explain(TraceDocument first, TraceDocument second) {
        return explain(first, second, List.of());
    }

    /**
     * The same, with what a {@link RunWatch} has seen, which is named before the lines of which one
     * only knows that they are there.
     */
    public Optional<Divergence> explain(
            TraceDocument first, TraceDocument second, List<Suspect> seen) {
        if (!(ReplayComparison.of(first, second) instanceof ReplayComparison.Different earliest)) {
            return Optional.empty();
        }
        ReplayComparison.Different at = DivergencePlaces.event(earliest, first, second);
        DivergencePlaces places = DivergencePlaces.of(at, first, second);
        List<Suspect> ranked = new ArrayList<>(seen);
        scanned().near(places.ofTheTask()).stream()
                .filter(suspect -> !ranked.contains(suspect))
                .forEach(ranked::add);
        return Optional.of(new Divergence(
                DivergenceWords.of(at, first, second), at.step(), places.task(), ranked));
    }

    /**
     * Begins to watch what runs leave behind: threads that go on, static fields that change. Call
     * it before the first run.
     */
    public RunWatch watch() {
        return new RunWatch(code(), scanned());
    }

    private synchronized CodeUnderTest code() {
        if (code == null) {
            code = CodeUnderTest.reachedFrom(start, prefixes);
        }
        return code;
    }

    private synchronized Suspects scanned() {
        if (suspects == null) {
            suspects = Suspects.in(code());
        }
        return suspects;
    }
}
