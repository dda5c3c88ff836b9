package dev.countermand.loop.schedule;

import dev.countermand.loop.error.RunAborted;

/** A scheduler wants no more of a run, because what would follow has been tried already. */
public final class RunAbandoned extends RunAborted {
    /**
     * Creates the verdict.
     *
     * @param why the reason, for whoever sees it escape
     */
    public RunAbandoned(String why) {
        super(why);
    }
}
