package dev.countermand.junit.run;

import dev.countermand.report.TraceDocument;
import java.util.List;
import java.util.Optional;

/** Names what may make a test depend on more than its schedule. */
@FunctionalInterface
public interface Suspects {
    /** Knows none. */
    Suspects NONE = (first, second, again) -> Optional.empty();

    /**
     * What differs between two runs, and the suspects.
     *
     * @param first a run
     * @param second another run of the same schedule, which differs
     * @param again makes one more such run, to see what it leaves behind
     * @return empty if nothing is known
     */
    Optional<Named> of(TraceDocument first, TraceDocument second, Runnable again);

    /**
     * A difference in words.
     *
     * @param words one line such as {@code at step 7 the first run ran [a, b], the second [b, a]}
     * @param lines the suspects, the likeliest first, one a line
     */
    record Named(String words, List<String> lines) {
        /** Copies the list. */
        public Named {
            lines = List.copyOf(lines);
        }
    }
}
