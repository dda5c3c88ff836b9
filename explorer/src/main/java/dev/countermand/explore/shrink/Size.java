package dev.countermand.explore.shrink;

import dev.countermand.explore.align.ChoiceLog;
import java.util.Comparator;

/**
 * How large a failing run is: the one definition of "smaller".
 *
 * <p>The order of the parts is the order of what a reader pays for. An injected fault is something
 * that the program's author may call unfair, so none is better than any number of departures. Each
 * departure is something to understand. An early one leaves less to read before it, and one place
 * is the normal form of many that fail alike. A low pick is nearer to what asyncio does, and for
 * data it is the simpler value, as people list simple values first. Steps come last: a run with
 * fewer is shorter to read, but never at the price of the others.
 *
 * @param faults how many cancels, and other faults, are injected
 * @param departures how many choices are not choice 0, those of faults and of data among them
 * @param positions the sum of the numbers of those choices: earlier is smaller
 * @param picks the sum of their picks
 * @param steps how many loop steps the run takes
 */
public record Size(int faults, int departures, long positions, long picks, long steps)
        implements Comparable<Size> {
    private static final Comparator<Size> ORDER = Comparator.comparingInt(Size::faults)
            .thenComparingInt(Size::departures)
            .thenComparingLong(Size::positions)
            .thenComparingLong(Size::picks)
            .thenComparingLong(Size::steps);

    /** The size of a run whose choices were logged. */
    static Size of(ChoiceLog log, long steps) {
        int faults = 0;
        int departures = 0;
        long positions = 0;
        long picks = 0;
        for (int i = 0; i < log.count(); i++) {
            if (log.pick(i) != 0) {
                faults += log.isFault(i) ? 1 : 0;
                departures++;
                positions += i;
                picks += log.pick(i);
            }
        }
        return new Size(faults, departures, positions, picks, steps);
    }

    /** Whether this is smaller than the other. */
    public boolean isSmallerThan(Size other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Size other) {
        return ORDER.compare(this, other);
    }
}
