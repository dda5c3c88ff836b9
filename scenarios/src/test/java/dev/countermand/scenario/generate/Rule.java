package dev.countermand.scenario.generate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How one operation is written.
 *
 * @param operation its name in the language
 * @param area the part of the language it belongs to
 * @param weight how likely it is compared with others
 * @param where in which bodies it can stand
 * @param risky whether it often raises, so that most programs should catch that
 * @param write adds it, with all its parts, to a body
 */
record Rule(
        String operation,
        Area area,
        int weight,
        Predicate<BodyWriter> where,
        boolean risky,
        Consumer<BodyWriter> write) {

    /** A rule for an operation that can stand anywhere. */
    static Rule anywhere(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return new Rule(operation, area, weight, body -> true, false, write);
    }

    /** A rule for an operation that waits. */
    static Rule waits(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return new Rule(operation, area, weight, BodyWriter::mayWait, false, write);
    }

    /** The same rule, for bodies that have a variable of one of these kinds. */
    Rule needs(Kind... kinds) {
        return when(body -> body.has(kinds));
    }

    /** Whether it is there to leave the block, so that it makes no sense alone in one. */
    boolean leaves() {
        return List.of("return", "raise", "break", "continue", "try", "log", "set", "yield")
                .contains(operation);
    }

    /** The same rule, for an operation that often raises. */
    Rule raises() {
        return new Rule(operation, area, weight, where, true, write);
    }

    /** The same rule, where something more holds. */
    Rule when(Predicate<BodyWriter> also) {
        return new Rule(operation, area, weight, where.and(also), risky, write);
    }
}
