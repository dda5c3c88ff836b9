package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What fields demand of each other. */
sealed interface FieldRule {

    /** Throws unless the object's fields fit together. */
    void check(Place place, JsonNode object);

    /** Says the same in a schema of the object. */
    void addTo(ObjectNode schema);

    /** {@code field} is only given together with {@code other}. */
    record Needs(String field, String other) implements FieldRule {
        @Override
        public void check(Place place, JsonNode object) {
            if (object.has(field) && !object.has(other)) {
                throw place.at(field).refused(
                        "expected no " + Wording.quote(field) + " without " + Wording.quote(other));
            }
        }

        @Override
        public void addTo(ObjectNode schema) {
            schema.withObjectProperty("dependentRequired").putArray(field).add(other);
        }
    }

    /** At most one of the two is given. */
    record NotBoth(String field, String other) implements FieldRule {
        @Override
        public void check(Place place, JsonNode object) {
            if (object.has(field) && object.has(other)) {
                throw place.at(other).refused(
                        "expected no " + Wording.quote(other) + " beside " + Wording.quote(field));
            }
        }

        @Override
        public void addTo(ObjectNode schema) {
            ObjectNode none = schema.withArrayProperty("allOf").addObject().putObject("not");
            none.putArray("required").add(field).add(other);
        }
    }

    /** At least one of the two is given. */
    record OneOf(String field, String other) implements FieldRule {
        @Override
        public void check(Place place, JsonNode object) {
            if (!object.has(field) && !object.has(other)) {
                throw place.refused(
                        "expected a field " + Wording.quote(field) + " or " + Wording.quote(other));
            }
        }

        @Override
        public void addTo(ObjectNode schema) {
            var either = schema.withArrayProperty("anyOf");
            either.addObject().putArray("required").add(field);
            either.addObject().putArray("required").add(other);
        }
    }
}
