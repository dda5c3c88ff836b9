package dev.countermand.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that stands still until it is told to move, and never goes back.
 *
 * <p>It counts whole nanoseconds from 0, so that no sum of delays is ever rounded, and reaches
 * about 292 years. It is not safe for use by several threads.
 */
public final class VirtualClock {

    private long nowNanos;

    /** A clock that stands at 0. */
    public VirtualClock() {}

    /** The virtual time in nanoseconds since this clock was made; never negative. */
    public long nowNanos() {
        return nowNanos;
    }

    /**
     * Moves to a time.
     *
     * @param nanos the new time in nanoseconds; the present time is allowed and changes nothing
     * @throws IllegalArgumentException if that time lies before the present one
     */
    public void advanceTo(long nanos) {
        if (nanos < nowNanos) {
            throw new IllegalArgumentException("virtual time never goes back: it is "
                    + nowNanos + " ns, asked to move to " + nanos + " ns");
        }
        nowNanos = nanos;
    }

    /**
     * Moves forward by a duration.
     *
     * @param duration how far; zero is allowed and changes nothing
     * @throws IllegalArgumentException if the duration is negative, or ends beyond the last time
     *     that this clock can show, {@link Long#MAX_VALUE} nanoseconds
     */
    public void advanceBy(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "virtual time never goes back: asked to advance by " + duration);
        }
        long target;
        try {
            target = Math.addExact(nowNanos, duration.toNanos());
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("virtual time ends at " + Long.MAX_VALUE
                    + " ns: it is " + nowNanos + " ns, asked to advance by " + duration, overflow);
        }
        advanceTo(target);
    }

    /**
     * A live {@link Clock} over this clock, for code that asks for one: it reads the virtual time
     * anew at each call, and shows it as the time passed since {@code epoch}. Two such views are
     * equal when they have the same virtual clock, epoch and zone.
     *
     * <p>Its {@code instant()} throws {@link java.time.DateTimeException} if the virtual time after
     * the epoch is beyond what an {@link Instant} can hold, and its {@code millis()} an {@link
     * ArithmeticException} if it is beyond what a {@code long} of milliseconds can.
     *
     * @param epoch the instant that the virtual time 0 stands for
     * @param zone the zone that the view reports
     */
    public Clock clock(Instant epoch, ZoneId zone) {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(zone, "zone");
        return new VirtualClockView(this, epoch, zone);
    }

    /**
     * The same view as {@link #clock}, for code that needs no zone; it is in UTC.
     *
     * @param epoch the instant that the virtual time 0 stands for
     */
    public InstantSource instantSource(Instant epoch) {
        return clock(epoch, ZoneOffset.UTC);
    }

    /** The present time, as {@code VirtualClock[1500000000 ns]}. */
    @Override
    public String toString() {
        return "VirtualClock[" + nowNanos + " ns]";
    }
}
