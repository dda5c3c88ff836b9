package dev.countermand.fence.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Reads and waits for real time in every way there is. */
public final class RealTime {
    private static final Clock UTC =
            Clock.systemUTC(); // fence: calls Clock.systemUTC

    private RealTime() {}

    /** Reads it. */
    public static List<Object> read(Clock given) {
        long nanos = System.nanoTime(); // fence: calls System.nanoTime
        long millis = System.currentTimeMillis(); // fence: calls System.currentTimeMillis
        Instant now = Instant.now(); // fence: calls Instant.now
        LocalDate today = LocalDate.now(); // fence: calls LocalDate.now
        LocalDateTime noon =
                LocalDateTime.now(ZoneId.of("UTC")); // fence: calls LocalDateTime.now
        ZonedDateTime zoned = ZonedDateTime.now(); // fence: calls ZonedDateTime.now
        Clock minutes =
                Clock.tickMinutes(ZoneId.of("UTC")); // fence: calls Clock.tickMinutes
        InstantSource source = InstantSource.system(); // fence: calls InstantSource.system
        Date date = new Date(); // fence: makes a Date
        Calendar calendar = Calendar.getInstance(); // fence: calls Calendar.getInstance
        Calendar other = new GregorianCalendar(); // fence: makes a GregorianCalendar
        Instant good = Instant.now(given);
        LocalDate fine = LocalDate.now(given);
        Clock coarse = Clock.tick(given, Duration.ofSeconds(1));
        return List.of(nanos, millis, now, today, noon, zoned, minutes, source, date, calendar,
                other, good, fine, coarse, new Date(0), new GregorianCalendar(2026, 0, 1), UTC);
    }

    /** Hands it on without reading it. */
    public static Supplier<Instant> reference() {
        return Instant::now; // fence: calls Instant.now
    }

    /** Waits. */
    public static void sleep() throws InterruptedException {
        Thread.sleep(1); // fence: calls Thread.sleep
        TimeUnit.SECONDS.sleep(1); // fence: calls TimeUnit.sleep
        LockSupport.parkNanos(1); // fence: calls LockSupport.parkNanos
    }
}
