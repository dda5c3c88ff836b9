package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a loop as an instant. */
public final class SimClock extends Clock {
    /** What the clock shows when its loop is made. */
    public static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final SimLoop loop;
    private final ZoneId zone;

    SimClock(SimLoop loop) {
        this(loop, ZoneOffset.UTC);
    }

    private SimClock(SimLoop loop, ZoneId zone) {
        this.loop = loop;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new SimClock(loop, newZone);
    }

    @Override
    public Instant instant() {
        return EPOCH.plusNanos(loop.nanos());
    }
}
