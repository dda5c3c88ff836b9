package dev.countermand.scenario.read;

/**
 * A field of a form.
 *
 * @param <T> what reading it gives
 * @param name its name in the document
 * @param type what may stand in it
 * @param presence whether it may be left out
 */
record Field<T>(String name, FieldType<T> type, Presence presence) {

    /** Whether a field may be left out. */
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** A field that must be given. */
    static <T> Field<T> of(String name, FieldType<T> type) {
        return new Field<>(name, type, Presence.REQUIRED);
    }

    /** The same field where it may be left out. */
    Field<T> optional() {
        return new Field<>(name, type, Presence.OPTIONAL);
    }

    boolean isRequired() {
        return presence == Presence.REQUIRED;
    }
}
