package dev.countermand.loop.error;

/** A run took more steps, or one step took longer, than its limit. */
public final class Livelock extends RunAborted {
    private final long limit;
    private final String busiest;

    private Livelock(long limit, String busiest, String message) {
        super(message);
        this.limit = limit;
        this.busiest = busiest;
    }

    /**
     * Too many steps in one run.
     *
     * @param limit the limit that was reached, in loop steps
     * @param busiest the name of the task or callback whose turn it was
     */
    public static Livelock ofSteps(long limit, String busiest) {
        return new Livelock(limit, busiest,
                "step limit " + limit + " reached; next was " + busiest);
    }

    /**
     * A step that does not come to an end: a loop that never awaits.
     *
     * @param limit the limit that was reached, in turns of loops within one step
     * @param busiest who loops, and where
     */
    public static Livelock ofTurns(long limit, String busiest) {
        return new Livelock(limit, busiest,
                "a loop made " + limit + " turns without awaiting anything: " + busiest);
    }

    /** The limit that was reached. */
    public long limit() {
        return limit;
    }

    /** Whose step would have been the one too many, or does not end. */
    public String busiest() {
        return busiest;
    }
}
