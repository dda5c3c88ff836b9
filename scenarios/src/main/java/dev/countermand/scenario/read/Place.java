package dev.countermand.scenario.read;

import dev.countermand.scenario.model.CoroutineDefinition;
import tools.jackson.databind.JsonNode;

/**
 * Where the reader is: the JSON pointer, the names visible there, and the kind of body around.
 *
 * @param reading the document
 * @param pointer the JSON pointer (RFC 6901) of the node that is read
 * @param scope the names visible there
 * @param body the kind of body around; outside all bodies it does not matter
 * @param inLoop whether a loop of the same body is around
 */
record Place(Reading reading, String pointer, NameScope scope, BodyKind body, boolean inLoop) {

    /** The root of a document, outside all bodies. */
    static Place root(Reading reading) {
        return new Place(reading, "", NameScope.ofHost(), BodyKind.COROUTINE, false);
    }

    /** The field of the object at this place. */
    Place at(String key) {
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return new Place(reading, pointer + "/" + escaped, scope, body, inLoop);
    }

    /** The item of the list at this place. */
    Place at(int index) {
        return new Place(reading, pointer + "/" + index, scope, body, inLoop);
    }

    /** This place, as the beginning of a loop's body. */
    Place asLoop() {
        return new Place(reading, pointer, scope, body, true);
    }

    /** This place, as the beginning of a callback's body: no loop reaches into it. */
    Place asCallback() {
        return new Place(reading, pointer, scope, BodyKind.CALLBACK, false);
    }

    /** This place, as the beginning of a definition's body with names of its own. */
    Place asDefinition(BodyKind kind) {
        return new Place(reading, pointer, NameScope.ofBody(), kind, false);
    }

    /** Notes a use of the variable or object, to be checked when all names are known. */
    void use(String name) {
        reading.later(() -> scope.check(this, name, reading.objects()));
    }

    /** Notes a call of a definition, to be checked when all definitions are known. */
    void call(CoroutineDefinition.Kind kind, String name, int args) {
        reading.laterCheckCall(this, kind, name, args);
    }

    /** The error that something else stands at this place than was expected. */
    ScenarioException wrong(String expected, JsonNode found) {
        return refused("expected " + expected + ", but found " + Wording.describe(found));
    }

    /** The error that what stands at this place is not acceptable. */
    ScenarioException refused(String problem) {
        return new ScenarioException(reading.source(), pointer, problem);
    }
}
