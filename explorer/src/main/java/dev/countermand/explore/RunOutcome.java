package dev.countermand.explore;

import dev.countermand.loop.trace.Violation;
import java.util.List;

/**
 * What came of one run.
 *
 * @param violations what must not happen and did, in order; empty for a clean run
 * @param steps how many loop steps it took
 * @param choicePoints how many choices it had
 */
public record RunOutcome(List<Violation> violations, long steps, long choicePoints) {
    /** Copies the list. */
    public RunOutcome {
        violations = List.copyOf(violations);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return violations.isEmpty();
    }

    /**
     * What the first violation is known by.
     *
     * @throws IndexOutOfBoundsException for a clean run
     */
    public FailureKey failureKey() {
        return FailureKey.of(violations.get(0));
    }
}
