package dev.countermand.loop.error;

/** A run took more steps than its limit. */
public final class Livelock extends RunAborted {
    private final long stepLimit;
    private final String busiest;

    /**
     * Creates the verdict.
     *
     * @param stepLimit the limit that was reached
     * @param busiest the name of the task or callback whose turn it was
     */
    public Livelock(long stepLimit, String busiest) {
        super("step limit " + stepLimit + " reached; next was " + busiest);
        this.stepLimit = stepLimit;
        this.busiest = busiest;
    }

    /** The limit, in loop steps. */
    public long stepLimit() {
        return stepLimit;
    }

    /** Whose step would have been the one too many. */
    public String busiest() {
        return busiest;
    }
}
