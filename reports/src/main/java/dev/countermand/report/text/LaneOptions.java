package dev.countermand.report.text;

/**
 * How much of a run the table of lanes shows.
 *
 * @param extent which part of the run
 * @param lineLimit the most lines below the head; what does not fit is left out around what
 *     matters. One row is always shown
 * @param width the most columns, at least {@value #LEAST_WIDTH}
 */
public record LaneOptions(Extent extent, int lineLimit, int width) {
    /** The fewest columns in which a table can be drawn. */
    public static final int LEAST_WIDTH = 60;

    /** The width that fits every terminal and every build log. */
    public static final int DEFAULT_WIDTH = 100;

    /** What failure messages use: up to the last violation, in at most 30 lines. */
    public static final LaneOptions FOR_FAILURE =
            new LaneOptions(Extent.UNTIL_LAST_VIOLATION, 30, DEFAULT_WIDTH);

    /** Everything. */
    public static final LaneOptions WHOLE =
            new LaneOptions(Extent.WHOLE_RUN, Integer.MAX_VALUE, DEFAULT_WIDTH);

    /** Checks the numbers. */
    public LaneOptions {
        if (lineLimit < 1 || width < LEAST_WIDTH) {
            throw new IllegalArgumentException("expected lineLimit >= 1 and width >= " + LEAST_WIDTH
                    + ", but they are " + lineLimit + " and " + width);
        }
    }

    /** Which part of a run is shown. */
    public enum Extent {
        /** All of it, steps in which only a callback ran included; long texts are wrapped. */
        WHOLE_RUN,
        /** What happened until the last violation; long texts are cut. */
        UNTIL_LAST_VIOLATION
    }
}
