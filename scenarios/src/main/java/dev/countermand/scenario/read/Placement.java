package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** Where a form may stand; what a schema, which does not know the bodies around, cannot say. */
enum Placement {
    ANYWHERE {
        @Override
        void check(Place place, String name, JsonNode object) {
            // Nothing to check.
        }
    },
    /** It waits, so it stands in coroutines and generators only. */
    WAITS {
        @Override
        void check(Place place, String name, JsonNode object) {
            if (!place.body().mayWait()) {
                throw place.refused(
                        "expected an operation that does not wait in " + place.body()
                                + ", but found " + Wording.quote(name));
            }
        }
    },
    IN_LOOP {
        @Override
        void check(Place place, String name, JsonNode object) {
            if (!place.inLoop()) {
                throw place.refused(
                        "expected " + Wording.quote(name) + " only inside a loop of the same body");
            }
        }
    },
    IN_GENERATOR {
        @Override
        void check(Place place, String name, JsonNode object) {
            if (place.body() != BodyKind.GENERATOR) {
                throw place.refused(
                        "expected " + Wording.quote(name) + " only in a generator, but found it in "
                                + place.body());
            }
        }
    },
    /** Python refuses to compile a generator that returns a value. */
    WITHOUT_VALUE_IN_GENERATOR {
        @Override
        void check(Place place, String name, JsonNode object) {
            if (place.body() == BodyKind.GENERATOR && object.has("value")) {
                throw place.at("value").refused(
                        "expected no value: a generator returns without one");
            }
        }
    };

    /** Throws when the form must not stand at this place. */
    abstract void check(Place place, String name, JsonNode object);
}
