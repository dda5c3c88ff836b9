package dev.countermand.explore.statistics;

/**
 * What happened to the tasks that waited at one await.
 *
 * @param reached how often a task was suspended there
 * @param cancelled how often a waiting task was cancelled there for the first time, its result not
 *     ready
 * @param cancelledInCleanUp how often a task that had been cancelled before was cancelled again
 *     while it waited there
 * @param cancelledWhenReady how often a task was cancelled there whose result was ready, but that
 *     had not run yet: the window in which most wake-ups are lost
 * @param timedOut how many of these cancellations came from a timeout
 */
public record AwaitSite(
        long reached,
        long cancelled,
        long cancelledInCleanUp,
        long cancelledWhenReady,
        long timedOut) {
    /** Nothing happened yet. */
    public static final AwaitSite NEVER = new AwaitSite(0, 0, 0, 0, 0);

    /** Both together. */
    public AwaitSite plus(AwaitSite other) {
        return new AwaitSite(
                reached + other.reached,
                cancelled + other.cancelled,
                cancelledInCleanUp + other.cancelledInCleanUp,
                cancelledWhenReady + other.cancelledWhenReady,
                timedOut + other.timedOut);
    }

    /** Whether any task was ever cancelled there. */
    public boolean isCancelled() {
        return cancelled + cancelledInCleanUp + cancelledWhenReady > 0;
    }
}
