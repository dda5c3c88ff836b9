package dev.countermand.report;

import dev.countermand.report.json.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds the constant of an enum by its word in a file. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E find(JsonPlace at, E[] constants, Function<E, String> label) {
        String word = at.text();
        List<String> known = new ArrayList<>();
        for (E constant : constants) {
            if (label.apply(constant).equals(word)) {
                return constant;
            }
            known.add(label.apply(constant));
        }
        throw at.wrong("one of " + String.join(", ", known));
    }
}
