package dev.countermand.explore;

import dev.countermand.loop.trace.Violation;

/**
 * What makes two failures the same one: the same rule broken, with a message of the same shape.
 * Numbers in the message do not count, nor do the step and the time: a smaller run that fails in
 * the same way reaches its failure earlier.
 *
 * @param kind the rule
 * @param shape the message with each number replaced by {@code #}
 */
public record FailureKey(Violation.Kind kind, String shape) {
    /** The key of a violation. */
    public static FailureKey of(Violation violation) {
        StringBuilder shape = new StringBuilder();
        boolean inNumber = false;
        for (char c : violation.message().toCharArray()) {
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                shape.append(c);
            } else if (!inNumber) {
                shape.append('#');
            }
            inNumber = digit;
        }
        return new FailureKey(violation.kind(), shape.toString());
    }
}
