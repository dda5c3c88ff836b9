package org.example.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A node that counts the lease from the moment at which it asked. */
public final class RepairedNode extends Node {
    /** Creates a node. */
    public RepairedNode(String name, LeaseStore store, Clock clock) {
        super(name, store, clock);
    }

    @Override
    protected Instant believedExpiry(Instant now, Duration roundTrip) {
        return now.minus(roundTrip).plus(LeaseStore.TERM);
    }
}
