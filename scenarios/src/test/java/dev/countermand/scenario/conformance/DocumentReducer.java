package dev.countermand.scenario.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a document smaller while something stays true of it: it takes away items of lists and
 * fields of objects, and puts the operations of a block in the place of what holds the block.
 */
final class DocumentReducer {
    private final Predicate<JsonNode> stillTrue;
    private JsonNode best;

    private DocumentReducer(JsonNode document, Predicate<JsonNode> stillTrue) {
        this.best = document;
        this.stillTrue = stillTrue;
    }

    /** The smallest document that it finds. */
    static JsonNode reduce(JsonNode document, Predicate<JsonNode> stillTrue) {
        DocumentReducer reducer = new DocumentReducer(document, stillTrue);
        String before;
        do {
            before = reducer.best.toString();
            reducer.round();
        } while (!reducer.best.toString().equals(before));
        return reducer.best;
    }

    private void round() {
        // The paths are those of the document at the start: one that has gone is passed over.
        List<List<Object>> paths = new ArrayList<>();
        collect(best, List.of(), paths);
        for (List<Object> path : paths) {
            for (Edit edit : Edit.values()) {
                JsonNode candidate = best.deepCopy();
                if (edit.apply(candidate, path) && stillTrue.test(candidate)) {
                    best = candidate;
                    break;
                }
            }
        }
    }

    private static void collect(JsonNode node, List<Object> path, List<List<Object>> paths) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                add(array.get(i), path, i, paths);
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                add(field.getValue(), path, field.getKey(), paths);
            }
        }
    }

    private static void add(
            JsonNode node, List<Object> path, Object key, List<List<Object>> paths) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(key);
        paths.add(longer);
        collect(node, longer, paths);
    }

    /** A way to make a document smaller at one place. */
    private enum Edit {
        REMOVE {
            @Override
            boolean apply(JsonNode parent, Object key) {
                if (parent instanceof ObjectNode object) {
                    return object.remove((String) key) != null;
                }
                return parent instanceof ArrayNode array && array.remove((int) key) != null;
            }
        },
        REPLACE_BY_ITS_BLOCK {
            @Override
            boolean apply(JsonNode parent, Object key) {
                if (!(parent instanceof ArrayNode array)) {
                    return false;
                }
                JsonNode replaced = array.get((int) key);
                JsonNode block = replaced.isObject() ? replaced.get("body") : null;
                if (!(block instanceof ArrayNode operations)) {
                    return false;
                }
                array.remove((int) key);
                for (int i = 0; i < operations.size(); i++) {
                    array.insert((int) key + i, operations.get(i));
                }
                return true;
            }
        };

        abstract boolean apply(JsonNode parent, Object key);

        /** Changes the document at a path; false if there is nothing to change. */
        boolean apply(JsonNode document, List<Object> path) {
            JsonNode parent = document;
            for (Object key : path.subList(0, path.size() - 1)) {
                parent = child(parent, key);
                if (parent == null) {
                    return false;
                }
            }
            Object last = path.get(path.size() - 1);
            return child(parent, last) != null && apply(parent, last);
        }

        private static @Nullable JsonNode child(JsonNode parent, Object key) {
            if (key instanceof Integer index) {
                return parent.isArray() ? parent.get(index) : null;
            }
            return parent.isObject() ? parent.get((String) key) : null;
        }
    }
}
