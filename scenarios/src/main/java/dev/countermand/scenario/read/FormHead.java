package dev.countermand.scenario.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The name and the fields of a form. Fields are read in the order of their declaration: names that
 * an operation assigns therefore stand before the bodies that it holds.
 *
 * @param name what tells the form from others
 * @param words how messages call it
 * @param placement where it may stand
 * @param fields its fields
 * @param rules what its fields demand of each other
 */
record FormHead(
        String name,
        String words,
        Placement placement,
        List<Field<?>> fields,
        List<FieldRule> rules) {

    /** The form of an operation with this name. */
    static FormHead operation(String name, Field<?>... fields) {
        return of(name, "the operation " + Wording.quote(name), fields);
    }

    /** A form with this name, which messages call by these words. */
    static FormHead of(String name, String words, Field<?>... fields) {
        return new FormHead(name, words, Placement.ANYWHERE, List.of(fields), List.of());
    }

    /** The same form, of an operation that waits. */
    FormHead waits() {
        return placed(Placement.WAITS);
    }

    /** The same form where it may only stand in certain places. */
    FormHead placed(Placement where) {
        return new FormHead(name, words, where, fields, rules);
    }

    /** The same form with one more rule. */
    FormHead with(FieldRule rule) {
        List<FieldRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new FormHead(name, words, placement, fields, List.copyOf(more));
    }

    /** The whole form, with what makes its record. */
    <T> Form<T> makes(Function<FieldValues, T> maker) {
        return new Form<>(this, maker);
    }
}
