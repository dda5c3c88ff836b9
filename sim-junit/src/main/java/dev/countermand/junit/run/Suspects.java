package dev.countermand.junit.run;

import dev.countermand.report.TraceDocument;
import java.util.List;

/** Names what may make a test depend on more than its schedule. */
@FunctionalInterface
public interface Suspects {
    /** Knows none. */
    Suspects NONE = (first, second, again) -> List.of();

    /**
     * The suspects, the likeliest first, one a line.
     *
     * @param first a run
     * @param second another run of the same schedule, which differs
     * @param again makes one more such run, to see what it leaves behind
     */
    List<String> of(TraceDocument first, TraceDocument second, Runnable again);
}
