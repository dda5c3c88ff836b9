package dev.countermand.scenario.read;

import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * A type whose reading gives something made of what another type gives.
 *
 * @param <S> what the other type gives
 * @param <T> what this one gives
 * @param type the other type
 * @param mapping makes the one of the other, at a place
 */
record Mapped<S, T>(FieldType<S> type, BiFunction<Place, S, T> mapping) implements FieldType<T> {

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public T read(Place place, JsonNode node) {
        return mapping.apply(place, type.read(place, node));
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return type.schema(definitions);
    }
}
