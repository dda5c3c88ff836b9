package dev.countermand.scenario.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a run must fulfil. A deadlock or livelock is a violation whatever stands here.
 *
 * @param properties in the document's order
 * @param expect the outcomes that {@code run} and {@code asyncio_run} may have; all three unless
 *     given
 */
public record Requirements(List<Property> properties, Set<Outcome> expect) {

    /** Copies the collections; the outcomes are then in the order of their declaration. */
    public Requirements {
        properties = List.copyOf(properties);
        EnumSet<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        outcomes.addAll(expect);
        expect = Collections.unmodifiableSet(outcomes);
    }
}
