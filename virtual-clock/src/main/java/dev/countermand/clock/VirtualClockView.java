package dev.countermand.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link VirtualClock} seen as a {@link Clock}; see {@link VirtualClock#clock}. */
final class VirtualClockView extends Clock {

    private final VirtualClock virtual;
    private final Instant epoch;
    private final ZoneId zone;

    VirtualClockView(VirtualClock virtual, Instant epoch, ZoneId zone) {
        this.virtual = virtual;
        this.epoch = epoch;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new VirtualClockView(virtual, epoch, Objects.requireNonNull(newZone, "zone"));
    }

    @Override
    public Instant instant() {
        try {
            return epoch.plusNanos(virtual.nowNanos());
        } catch (DateTimeException beyond) {
            throw new DateTimeException("virtual time of " + virtual.nowNanos()
                    + " ns after the epoch " + epoch + " is beyond " + Instant.MAX, beyond);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VirtualClockView that
                && virtual == that.virtual
                && epoch.equals(that.epoch)
                && zone.equals(that.zone);
    }

    /** Without the virtual clock, whose hash is its identity and so differs from run to run. */
    @Override
    public int hashCode() {
        return Objects.hash(epoch, zone.getId());
    }

    @Override
    public String toString() {
        return "VirtualClock[epoch " + epoch + ", " + zone + ", " + virtual.nowNanos() + " ns]";
    }
}
