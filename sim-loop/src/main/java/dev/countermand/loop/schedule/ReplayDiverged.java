package dev.countermand.loop.schedule;

import dev.countermand.loop.error.RunAborted;

/** A replayed run came to another choice than the recorded one: the program has changed. */
public final class ReplayDiverged extends RunAborted {
    private final int position;
    private final String recorded;
    private final String happened;

    /**
     * Creates the verdict.
     *
     * @param position the number of choices that agreed
     * @param recorded the choice that was recorded, in words
     * @param happened the choice that came up instead, in words
     */
    public ReplayDiverged(int position, String recorded, String happened) {
        super("choice " + position + ": recorded " + recorded + ", now " + happened);
        this.position = position;
        this.recorded = recorded;
        this.happened = happened;
    }

    /** The index of the choice that differs, from 0. */
    public int position() {
        return position;
    }

    /** What was recorded there. */
    public String recorded() {
        return recorded;
    }

    /** What came up there now. */
    public String happened() {
        return happened;
    }
}
