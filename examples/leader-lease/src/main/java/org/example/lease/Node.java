package org.example.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A node that leads while it holds the lease, and renews it on a timer. Plain JDK. */
public class Node {
    private final String name;
    private final LeaseStore store;
    private final Clock clock;
    private Instant leadsUntil = Instant.MIN;

    /** Creates a node. */
    public Node(String name, LeaseStore store, Clock clock) {
        this.name = name;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins to ask for the lease.
     *
     * @param roundTrip how long the answer of the store takes
     */
    public void start(ScheduledExecutorService timer, Duration roundTrip) {
        timer.scheduleAtFixedRate(() -> {
            boolean granted = store.acquire(name);
            // The answer travels; when it is here, the node believes it.
            timer.schedule(() -> answered(granted, roundTrip),
                    roundTrip.toMillis(), TimeUnit.MILLISECONDS);
        }, 0, 1, TimeUnit.SECONDS);
    }

    private void answered(boolean granted, Duration roundTrip) {
        if (granted) {
            leadsUntil = believedExpiry(clock.instant(), roundTrip);
        }
    }

    /** Until when the node leads, if it was granted the lease by an answer that came now. */
    protected Instant believedExpiry(Instant now, Duration roundTrip) {
        return now.plus(LeaseStore.TERM);
    }

    /** Whether the node believes that it leads. */
    public boolean leads() {
        return clock.instant().isBefore(leadsUntil);
    }

    /** Its name. */
    public String name() {
        return name;
    }
}
