package dev.countermand.loop.schedule;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often a run has offered each pick.
 *
 * <p>A pick is known by the kind of the choice and its own words; for values and for the children
 * of a task group also by the label, which says where. Numbers of choices shift with every small
 * change of a program, the third chance to cancel a certain task at a certain await does not.
 */
public final class Offers {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Counts all alternatives of a choice. */
    public void count(ChoiceKind kind, Alternatives about, int bound) {
        for (int i = 0; i < bound; i++) {
            counts.merge(key(kind, about.label(), about.describe(i)), 1, Integer::sum);
        }
    }

    /** How often a pick was offered so far. */
    public int of(ChoiceKind kind, String label, String words) {
        return counts.getOrDefault(key(kind, label, words), 0);
    }

    /** What a pick is known by. */
    public static String key(ChoiceKind kind, String label, String words) {
        boolean isPlace = kind == ChoiceKind.CHOOSE || kind == ChoiceKind.GROUP_ORDER;
        return kind.label() + '\n' + (isPlace ? label : "") + '\n' + words;
    }
}
