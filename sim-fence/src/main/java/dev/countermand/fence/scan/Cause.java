package dev.countermand.fence.scan;

/**
 * By what a run can depend on more than its schedule, the surest first.
 *
 * <p>The order is the order of suspects that nothing else tells apart.
 */
public enum Cause {
    /** It reads or waits for real time. */
    CLOCK("clock"),
    /** It draws a random number that no seed decides. */
    CHANCE("chance"),
    /** It lets another thread run beside the loop. */
    THREAD("thread"),
    /** It asks for an object's identity hash, which each run makes anew. */
    IDENTITY("identity"),
    /** It leaves something behind in a static field for the next run. */
    LEFTOVER("leftover"),
    /**
     * It keeps objects in an order that comes from their hashes. This is harmless as long as nobody
     * iterates over them, which a scan does not see.
     */
    HASH_ORDER("hash order");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** The cause's word in the documentation. */
    public String label() {
        return label;
    }
}
