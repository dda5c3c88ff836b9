package dev.countermand.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The data on which the page about a search is tested, here and in the browser. */
final class ExplorationSamples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "</script><script>window.escaped=1</script>"
            + "<img src=x onerror=escaped=1>\u001b[31m\u202eabc\u0000@EXPLORATION@ $& ${x}";

    private ExplorationSamples() {}

    /** Each by the name of its page; the data in ASCII. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : new String[] {"found", "clean", "bench"}) {
            all.put(name, text(read(name)));
        }
        all.put("hostile", text(hostile(read("found"), "kind", "ending")));
        all.put("hostile-bench", text(hostile(read("bench"), "kind")));
        all.put("empty", text(empty(read("clean"))));
        all.put("exhausted", text(exhausted(read("clean"))));
        all.put("empty-bench", text(((ObjectNode) read("bench")).set("programs",
                JSON.createArrayNode())));
        all.put("large", text(large()));
        return all;
    }

    /** A sample as {@code explore} or {@code bench} wrote it. */
    static JsonNode read(String name) {
        try (InputStream in =
                ExplorationSamples.class.getResourceAsStream("exploration/" + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(JsonNode data) {
        StringBuilder ascii = new StringBuilder();
        for (char c : data.toString().toCharArray()) {
            ascii.append(c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.toString();
    }

    /** The data with every text, but for some, and every name of a strategy, out to do harm. */
    private static JsonNode hostile(JsonNode node, String... kept) {
        if (node.isString()) {
            return StringNode.valueOf(HOSTILE);
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(item -> array.add(hostile(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean keeps = List.of(kept).contains(entry.getKey());
            String name = entry.getKey().equals("random") ? HOSTILE : entry.getKey();
            object.set(name, keeps ? entry.getValue() : hostile(entry.getValue()));
        }
        return object;
    }

    /** The data of a search that was stopped before its first run. */
    private static JsonNode empty(JsonNode clean) {
        ObjectNode data = (ObjectNode) clean;
        data.put("runs", 0).put("surveyed_runs", 0);
        data.put("ending", "stopped").put("surveyed_ending", "stopped");
        for (JsonNode strategy : data.get("strategies")) {
            ((ObjectNode) strategy).put("runs", 0).put("distinct", 0).put("first_seen", 0)
                    .remove(List.of("rate", "low", "high", "green_runs"));
        }
        data.set("violations", JSON.createArrayNode());
        ((ObjectNode) data.get("saturation")).set("points", JSON.createArrayNode());
        ((ObjectNode) data.get("coverage")).set("awaits", JSON.createArrayNode());
        data.putNull("excluded_rate").putNull("limit");
        return data;
    }

    /** The data of a search that tried everything. */
    private static JsonNode exhausted(JsonNode clean) {
        return ((ObjectNode) clean).put("ending", "exhausted").put("surveyed_ending", "exhausted");
    }

    private static JsonNode large() {
        ObjectNode data = (ObjectNode) read("found");
        repeat(data, "strategies", 64, "strategy");
        repeat(data, "violations", 300, "message");
        repeat((ObjectNode) data.get("coverage"), "awaits", 2_000, "where");
        ArrayNode points = repeat((ObjectNode) data.get("suffixes"), "points", 1_000, "words");
        for (int i = 0; i < points.size(); i++) {
            ((ObjectNode) points.get(i)).put("choices", i);
        }
        return data;
    }

    /** So many items like those that there are, each with a name of its own. */
    private static ArrayNode repeat(ObjectNode owner, String list, int size, String name) {
        JsonNode items = owner.get(list);
        ArrayNode many = JSON.createArrayNode();
        for (int i = 0; i < size; i++) {
            ObjectNode item = ((ObjectNode) items.get(i % items.size())).deepCopy();
            many.add(item.put(name, item.get(name).stringValue() + " " + i));
        }
        owner.set(list, many);
        return many;
    }
}
