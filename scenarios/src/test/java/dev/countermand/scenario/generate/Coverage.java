package dev.countermand.scenario.generate;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts what generated scenarios hold, and what happens when they run. */
final class Coverage {
    private static final List<String> AWAITABLES =
            List.of("coro", "gather", "shield", "wait_for", "sleep");

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Map<String, String> waitingAt = new LinkedHashMap<>();
    private JsonNode document;

    Coverage(JsonNode first) {
        this.document = first;
    }

    /** Counts one scenario: its forms, and what happens when it runs. */
    void add(JsonNode added, PythonVersion version) {
        document = added;
        waitingAt.clear();
        countForms(added);
        byte[] text = added.toString().getBytes(StandardCharsets.UTF_8);
        ScenarioRun.trace(
                new PreparedScenario(ScenarioReader.read("generated.scenario.json", text)),
                new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withPython(version),
                this::countEvent);
    }

    /** How often each thing of a group occurred. */
    Map<String, Integer> group(String name) {
        return counts.getOrDefault(name, Map.of());
    }

    /** Counts the operations, expressions and types of objects in a document. */
    void countForms(JsonNode node) {
        if (node.isObject()) {
            if (node.has("op")) {
                count("operation", node.get("op").stringValue());
            } else if (node.has("type")) {
                count("object", node.get("type").stringValue());
            } else {
                node.propertyNames().stream().findFirst()
                        .ifPresent(key -> count("first key", key));
            }
        }
        node.forEach(this::countForms);
    }

    /** Counts the versions on which a scenario can be compared. */
    void countVersions(Collection<PythonVersion> versions) {
        versions.forEach(version -> count("played on", version.label()));
    }

    /** Counts what is said not to be compared. */
    void countExclusions(List<String> exclusions) {
        exclusions.forEach(exclusion -> {
            count("documented exclusions", exclusion);
            count("documented exclusions", "in all");
        });
    }

    private void countEvent(TraceEvent event) {
        if (event instanceof TraceEvent.Awaited awaited) {
            String thing = thingAt(awaited.where());
            waitingAt.put(awaited.task(), thing);
            count("awaited", thing);
        } else if (event instanceof TraceEvent.Woken woken) {
            waitingAt.remove(woken.task());
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            String thing = waitingAt.get(cancelled.task());
            if (thing != null) {
                count("cancelled while waiting", thing);
            }
        } else if (event instanceof TraceEvent.Logged logged) {
            countLogged(logged);
        }
    }

    private void countLogged(TraceEvent.Logged logged) {
        count("event", logged.event());
        Map<String, @Nullable Object> fields = logged.fields();
        if (fields.get("outcome") != null) {
            count("outcome", logged.event() + " " + fields.get("outcome"));
        }
        countError(fields.get("error"));
        if ("raised".equals(fields.get("text")) || "caught".equals(fields.get("text"))) {
            countError(fields.get("value"));
        }
    }

    private void countError(@Nullable Object error) {
        if (error instanceof String name) {
            count("error", name);
        } else if (error instanceof Map<?, ?> group) {
            count("error", String.valueOf(group.get("type")));
            ((List<?>) group.get("of")).forEach(this::countError);
        }
    }

    /** What the operation at a pointer waits for. */
    private String thingAt(@Nullable String where) {
        if (where == null) {
            return "a library coroutine";
        }
        JsonNode operation = document.at(where);
        String name = operation.path("op").asString();
        if (!name.equals("await")) {
            return name;
        }
        JsonNode on = operation.get("on");
        return AWAITABLES.stream().filter(on::has).findFirst()
                .map(form -> "await " + form).orElse("await a name");
    }

    private void count(String group, String thing) {
        counts.computeIfAbsent(group, name -> new TreeMap<>()).merge(thing, 1, Integer::sum);
    }

    /** All counts, one group after the other. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        counts.forEach((group, things) -> {
            table.append(group).append('\n');
            things.forEach((thing, count) ->
                    table.append(String.format("  %8d  %s%n", count, thing)));
        });
        return table.toString();
    }
}
