package dev.countermand.scenario.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first difference between two lists of events.
 *
 * @param index the number of the event, from 0
 * @param python what CPython did there, null if it had ended
 * @param java what the simulated loop did there, null if it had ended
 */
record Comparison(int index, @Nullable String python, @Nullable String java) {

    /** Where the two differ first; null if they are equal. */
    static @Nullable Comparison firstDifference(List<String> python, List<String> java) {
        for (int i = 0; i < Math.max(python.size(), java.size()); i++) {
            String left = i < python.size() ? python.get(i) : null;
            String right = i < java.size() ? java.get(i) : null;
            if (left == null || !left.equals(right)) {
                return new Comparison(i, left, right);
            }
        }
        return null;
    }

    /** The difference in words. */
    String describe() {
        return "event " + index + "\n  CPython: " + (python == null ? "no event" : python)
                + "\n  Java:    " + (java == null ? "no event" : java);
    }
}
