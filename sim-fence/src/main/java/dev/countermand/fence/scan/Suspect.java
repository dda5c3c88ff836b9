package dev.countermand.fence.scan;

import dev.countermand.report.json.AsciiText;
import org.jspecify.annotations.Nullable;

/**
 * Something that may make a run depend on more than its schedule.
 *
 * @param cause by what it does so
 * @param place where it stands, null if nobody knows
 * @param what what happens there, such as {@code calls java.time.Instant.now}
 * @param instead what to do about it, such as {@code use sim.clock()}
 */
public record Suspect(Cause cause, @Nullable CodePlace place, String what, String instead) {
    private static final int WIDTH = 100;

    /**
     * Such as {@code Lease.java:31 calls java.time.Instant.now: use sim.clock()}.
     *
     * @return one line of printable ASCII, at most 100 columns wide
     */
    public String text() {
        return text(WIDTH);
    }

    /** The same, at most so many columns wide; at least 2. */
    public String text(int width) {
        return AsciiText.cut(at(what) + ": " + instead, width);
    }

    /** Its place, if it has one, and these words. */
    public String at(String words) {
        return place == null ? words : place + " " + words;
    }

    @Override
    public String toString() {
        return text();
    }
}
