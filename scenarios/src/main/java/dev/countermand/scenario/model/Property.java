package dev.countermand.scenario.model;

/**
 * What must hold. A property that raises counts as false.
 *
 * @param pointer the JSON pointer of the property in its document
 * @param name its name, the message of its violation
 * @param when when it is checked
 * @param that the condition; it sees the shared objects only
 */
public record Property(String pointer, String name, When when, Expression that) {

    /** When a property is checked. */
    public enum When {
        /** After the host script: the default. */
        END,
        /** After every loop step, by the simulated loop only. */
        ALWAYS
    }
}
