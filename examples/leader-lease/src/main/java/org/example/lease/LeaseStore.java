package org.example.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Who holds the lease, and until when: the one thing that all nodes agree on. */
public final class LeaseStore {
    /** How long a lease lasts. */
    public static final Duration TERM = Duration.ofSeconds(3);

    private final Clock clock;
    private String holder = "";
    private Instant expiry = Instant.MIN;

    /** Creates a store without a holder. */
    public LeaseStore(Clock clock) {
        this.clock = clock;
    }

    /** Takes the lease if it is free or expired; tells whether the node has it. */
    public boolean acquire(String node) {
        if (!holder.equals(node) && clock.instant().isBefore(expiry)) {
            return false;
        }
        holder = node;
        expiry = clock.instant().plus(TERM);
        return true;
    }
}
