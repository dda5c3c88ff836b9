package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.loop.trace.Violation;

/**
 * How often runs failed in one way.
 *
 * @param key what makes them the same failure
 * @param example what the first of these runs violated
 * @param failed how many runs there were
 * @param first the number of the first of them
 */
public record FailureCount(FailureKey key, Violation example, long failed, long first) {
    /** Both together. */
    FailureCount plus(FailureCount other) {
        FailureCount earlier = other.first < first ? other : this;
        return new FailureCount(key, earlier.example, failed + other.failed, earlier.first);
    }
}
