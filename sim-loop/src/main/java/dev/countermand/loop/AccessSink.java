package dev.countermand.loop;

/**
 * Hears which step of a run touches what: the facts that partial-order reduction goes by.
 *
 * <p>Two steps that touch no common object, or only read what both touch, can be swapped without
 * anybody noticing. So whoever lets an object of the loop be shared has to say so here whenever it
 * is used; whatever is not surely just looking counts as writing. An object is named by itself: a
 * sink tells objects apart by identity.
 */
public interface AccessSink {
    /** A shared object came into being. */
    void made(Object object);

    /** The present step looked at an object. */
    void read(Object object);

    /** The present step changed an object, or may have. */
    void write(Object object);

    /** The present step did something that no other step may be swapped with. */
    void touchedEverything();

    /** A handle is ready from now on, behind all others. */
    void queued(Handle handle);

    /**
     * An iteration of the loop begins.
     *
     * @param nanos the time of the loop
     * @param handles how many handles it will run
     */
    void iterationBegins(long nanos, int handles);

    /**
     * A handle was taken from the ready queue to be run; if it is cancelled it does nothing.
     *
     * @param nanos the time of the loop
     */
    void stepBegins(Handle handle, long nanos);

    /**
     * Something happens between two steps: an injected cancel, a signal, the end of a job.
     *
     * @param what the kind of thing, in words
     * @param subject whom it happens to or what arrives
     * @param nanos the time of the loop
     */
    void outsideBegins(String what, Object subject, long nanos);

    /**
     * From now on something may happen between any two steps, if somebody chooses so, and that
     * depends on how far other tasks have come.
     */
    void outsideMayHappen();

    /** The step, or what happened between two steps, is over. */
    void stepEnds();

    /**
     * The run is given up at a limit, so that nobody sees what would follow.
     *
     * @param limit how many steps a run may have
     */
    void cutOff(long limit);

    /** The loop was told to stop at the end of the iteration. */
    void stops();

    /** The loop has been left: what follows is the host's doing. */
    void loopEnds();
}
