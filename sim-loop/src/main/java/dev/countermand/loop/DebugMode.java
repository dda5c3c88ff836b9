package dev.countermand.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;

/**
 * Debug mode: {@code loop.set_debug} and {@code loop.slow_callback_duration}.
 *
 * <p>While it is on, the loop writes a warning to the system's log for every callback that took
 * long. It measures on the loop's clock, as asyncio does. In a simulation a callback takes time
 * only by moving that clock itself, so how fast this machine is does not matter; on real time it
 * finds the code that blocks the loop.
 */
public final class DebugMode {
    /** What counts as slow unless the program says otherwise: as in asyncio, 100 ms. */
    public static final Duration DEFAULT_SLOW_CALLBACK_DURATION = Duration.ofMillis(100);

    private static final Logger LOG = System.getLogger("dev.countermand.loop");

    private final SimLoop loop;
    private boolean on;
    private long slowNanos = DEFAULT_SLOW_CALLBACK_DURATION.toNanos();

    DebugMode(SimLoop loop) {
        this.loop = loop;
    }

    /** Whether it is on: {@code loop.get_debug}. */
    public boolean isOn() {
        Accesses.read(this);
        return on;
    }

    /** Switches it on or off, from the next callback on: {@code loop.set_debug}. */
    public void set(boolean newOn) {
        Accesses.write(this);
        on = newOn;
    }

    /** How long a callback may take, on the loop's clock, before it is reported. */
    public Duration slowCallbackDuration() {
        Accesses.read(this);
        return Duration.ofNanos(slowNanos);
    }

    /** Sets how long a callback may take: one that takes exactly so long is reported. */
    public void setSlowCallbackDuration(Duration duration) {
        Accesses.write(this);
        slowNanos = Timers.nanos(duration);
    }

    /** Runs a handle, and reports it if it was slow; one whose error leaves the loop is not. */
    void run(Handle handle) {
        if (!on) {
            handle.run();
            return;
        }
        long before = loop.nanos();
        handle.run();
        long took = loop.nanos() - before;
        if (took >= slowNanos) {
            LOG.log(Level.WARNING, String.format(Locale.ROOT,
                    "Executing %s took %.3f seconds", handle.describe(), took / 1e9));
        }
    }
}
