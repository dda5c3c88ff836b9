package dev.countermand.explore;

import dev.countermand.loop.schedule.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices by which a run departs from CPython's; all others are choice 0. This is what is
 * shrunk, printed and replayed.
 *
 * <p>In text it is {@code 12:1,30:2}: choice number 12 (counted from 0, over all choices of the
 * run) picks 1, choice 30 picks 2. The schedule without departures is {@code fifo}.
 *
 * @param departures in the order of their numbers
 */
public record Schedule(List<Departure> departures) {
    /** The run that CPython makes. */
    public static final Schedule FIFO = new Schedule(List.of());

    private static final String FIFO_TEXT = "fifo";

    /**
     * Copies the list and checks the order.
     *
     * @throws IllegalArgumentException if the numbers do not ascend
     */
    public Schedule {
        departures = List.copyOf(departures);
        for (int i = 1; i < departures.size(); i++) {
            if (departures.get(i).index() <= departures.get(i - 1).index()) {
                throw new IllegalArgumentException("expected ascending numbers of choices, but "
                        + departures.get(i).index() + " comes after "
                        + departures.get(i - 1).index());
            }
        }
    }

    /**
     * One choice that is not what CPython does.
     *
     * @param index the number of the choice in its run, from 0
     * @param pick the answer, at least 1
     */
    public record Departure(int index, int pick) {
        /** Checks the numbers. */
        public Departure {
            if (index < 0 || pick < 1) {
                throw new IllegalArgumentException("expected a choice number of at least 0 and a"
                        + " pick of at least 1, but they are " + index + " and " + pick);
            }
        }
    }

    /** The schedule of a recorded run. */
    public static Schedule of(List<Choice> choices) {
        List<Departure> departures = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).departs()) {
                departures.add(new Departure(i, choices.get(i).picked()));
            }
        }
        return new Schedule(departures);
    }

    /** The schedule whose answers are these, in the order of the choices. */
    public static Schedule ofPicks(int[] picks, int count) {
        List<Departure> departures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (picks[i] != 0) {
                departures.add(new Departure(i, picks[i]));
            }
        }
        return new Schedule(departures);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static Schedule parse(String text) {
        if (text.equals(FIFO_TEXT)) {
            return FIFO;
        }
        List<Departure> departures = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] numbers = part.split(":", -1);
            try {
                if (numbers.length != 2) {
                    throw new NumberFormatException(part);
                }
                departures.add(new Departure(
                        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected \"fifo\" or CHOICE:PICK,.. such as"
                        + " 12:1,30:2, but \"" + part + "\" is no CHOICE:PICK", e);
            }
        }
        return new Schedule(departures);
    }

    /** A scheduler that answers by it. */
    public ScheduledRun scheduler() {
        return new ScheduledRun(this);
    }

    /** The text form. */
    @Override
    public String toString() {
        if (departures.isEmpty()) {
            return FIFO_TEXT;
        }
        StringBuilder text = new StringBuilder();
        for (Departure departure : departures) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(departure.index()).append(':').append(departure.pick());
        }
        return text.toString();
    }
}
