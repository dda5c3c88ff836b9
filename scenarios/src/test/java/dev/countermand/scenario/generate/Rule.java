package dev.countermand.scenario.generate;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How one operation is written.
 *
 * @param operation its name in the language
 * @param share how much of a program it takes
 * @param where in which bodies it can stand
 * @param risky whether it often raises, so that most programs should catch that
 * @param write adds it, with all its parts, to a body
 */
record Rule(
        String operation,
        Share share,
        Predicate<BodyWriter> where,
        boolean risky,
        Consumer<BodyWriter> write) {

    /**
     * How much of a program an operation takes.
     *
     * @param area the part of the language it belongs to
     * @param weight how likely it is compared with others
     */
    record Share(Area area, int weight) {}

    Area area() {
        return share.area();
    }

    int weight() {
        return share.weight();
    }

    /** A rule for an operation that can stand anywhere. */
    static Rule anywhere(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return new Rule(operation, new Share(area, weight), body -> true, false, write);
    }

    /** A rule for an operation that waits. */
    static Rule waits(String operation, Area area, int weight, Consumer<BodyWriter> write) {
        return new Rule(operation, new Share(area, weight), BodyWriter::mayWait, false, write);
    }

    /** The same rule, for bodies that have a variable of one of these kinds. */
    Rule needs(Kind... kinds) {
        return when(body -> body.has(kinds));
    }

    /** The same rule, for an operation that often raises. */
    Rule raises() {
        return new Rule(operation, share, where, true, write);
    }

    /** The same rule, where something more holds. */
    Rule when(Predicate<BodyWriter> also) {
        return new Rule(operation, share, where.and(also), risky, write);
    }
}
