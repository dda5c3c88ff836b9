package dev.countermand.loop.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The seam: everything that a run leaves open is asked here, answered by a scheduler and recorded.
 *
 * <p>A choice with one possible answer is no choice: it is neither asked nor recorded.
 */
public final class Choices {
    private final Scheduler scheduler;
    private final OrderMode mode;
    private final List<Choice> record = new ArrayList<>();
    private final Offers offers = new Offers();
    private boolean recording;
    private long asked;
    private long step;

    /** Creates the seam for one run. */
    public Choices(Scheduler scheduler, OrderMode mode) {
        this.scheduler = scheduler;
        this.mode = mode;
    }

    /** Starts to record the choices; off at first, as recording costs more than choosing. */
    public void startRecording() {
        recording = true;
    }

    /** Which departures from CPython's order are offered. */
    public OrderMode mode() {
        return mode;
    }

    /** Whether choices of this kind are offered in this run's order mode. */
    public boolean offers(ChoiceKind kind) {
        return kind.lowestMode().compareTo(mode) <= 0;
    }

    /**
     * Decides one thing.
     *
     * @param kind what is decided
     * @param about what it is about and what can be picked
     * @param bound the number of possible answers, at least 1
     * @return 0 for what CPython does, up to {@code bound - 1}
     */
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        if (bound <= 1 || !offers(kind)) {
            return 0;
        }
        asked++;
        int picked = scheduler.choose(kind, about, bound);
        if (picked < 0 || picked >= bound) {
            throw new IllegalStateException("the scheduler answered " + picked + " to a choice of "
                    + bound + " (" + kind.label() + " " + about.label() + ")");
        }
        if (recording) {
            offers.count(kind, about, bound);
            String words = about.describe(picked);
            record.add(new Choice(step, kind, about.label(), new Choice.Answer(
                    picked, bound, words, offers.of(kind, about.label(), words))));
        }
        return picked;
    }

    /**
     * Decides which of several things comes next.
     *
     * @param label the object whose members these are; its {@code toString} is used
     * @param items the members that remain, in CPython's order
     */
    public int choose(ChoiceKind kind, Object label, List<?> items) {
        return choose(kind, new Remaining(label, items), items.size());
    }

    /**
     * Puts a list into an order that CPython leaves open, by successive picks; all zeros keep it.
     *
     * @param kind which order this is
     * @param label the object whose members these are; its {@code toString} is used
     * @param items the members in CPython's (here: creation) order; not changed
     * @return the members in the chosen order
     */
    public <T> List<T> order(ChoiceKind kind, Object label, List<T> items) {
        if (items.size() < 2 || !offers(kind)) {
            return items;
        }
        List<T> ordered = new ArrayList<>(items);
        for (int next = 0; next < ordered.size(); next++) {
            int picked = choose(kind, label, ordered.subList(next, ordered.size()));
            if (picked > 0) {
                // What was picked comes to the front of the rest; what stood before it moves on by
                // one.
                Collections.rotate(ordered.subList(next, next + picked + 1), 1);
            }
        }
        return ordered;
    }

    /** Tells the seam how many steps have run, so that each choice knows where it stands. */
    public void atStep(long steps) {
        step = steps;
    }

    /** How many choices with at least two answers were made. */
    public long asked() {
        return asked;
    }

    /** The choices so far, in order; empty unless recording. */
    public List<Choice> recorded() {
        return Collections.unmodifiableList(record);
    }
}
