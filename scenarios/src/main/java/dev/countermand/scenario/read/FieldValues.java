package dev.countermand.scenario.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one object, read and checked, for making the record that it means. */
final class FieldValues {

    private final Place place;
    private final Map<String, Object> values;

    FieldValues(Place place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
    }

    /** Where the object stands. */
    Place place() {
        return place;
    }

    /** The JSON pointer of the object. */
    String pointer() {
        return place.pointer();
    }

    /** A required field. */
    <T> T get(Field<T> field) {
        T value = find(field);
        if (value == null) {
            throw new IllegalStateException("the form declares no required " + field.name());
        }
        return value;
    }

    /** A field that may be absent: then null. */
    // The form stored what this very field type has read, so the cast is safe.
    @SuppressWarnings("unchecked")
    <T> @Nullable T find(Field<T> field) {
        return (T) values.get(field.name());
    }

    /** A field that may be absent: then the default. */
    <T> T or(Field<T> field, T byDefault) {
        T value = find(field);
        return value == null ? byDefault : value;
    }
}
