package dev.countermand.scenario.generate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How one operation is written.
 *
 * @param operation its name in the language
 * @param likelihood how often it is chosen
 * @param where in which bodies it can stand
 * @param ending what becomes of the program after it
 * @param write adds it, with all its parts, to a body
 */
record Rule(
        String operation,
        Likelihood likelihood,
        Predicate<BodyWriter> where,
        Ending ending,
        Consumer<BodyWriter> write) {

    private static final List<String> ALONE_OF_NO_USE =
            List.of("return", "raise", "break", "continue", "try", "log", "set", "yield");

    /**
     * How often a rule is chosen.
     *
     * @param area the part of the language it belongs to, and which a scenario may aim at
     * @param weight how likely it is otherwise, compared with the other rules
     */
    record Likelihood(Area area, int weight) {}

    /** What becomes of the program after an operation. */
    enum Ending {
        /** Mostly it goes on; it may as well be caught if not. */
        GOES_ON,
        /** It often raises, which most programs should catch. */
        RAISES,
        /** It is there for what comes after it, and alone in a block of no use. */
        LEAVES
    }

    /** A rule for an operation that can stand anywhere. */
    static Rule anywhere(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return new Rule(
                operation, new Likelihood(area, weight), body -> true, ending(operation), write);
    }

    /** A rule for an operation that waits. */
    static Rule waits(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return anywhere(operation, area, weight, write).when(BodyWriter::mayWait);
    }

    private static Ending ending(String operation) {
        return ALONE_OF_NO_USE.contains(operation) ? Ending.LEAVES : Ending.GOES_ON;
    }

    /** The same rule, for bodies that have a variable of one of these kinds. */
    Rule needs(Kind... kinds) {
        return when(body -> body.has(kinds));
    }

    /** The same rule, for an operation that often raises. */
    Rule raises() {
        return new Rule(operation, likelihood, where, Ending.RAISES, write);
    }

    /** The same rule, where something more holds. */
    Rule when(Predicate<BodyWriter> also) {
        return new Rule(operation, likelihood, where.and(also), ending, write);
    }
}
