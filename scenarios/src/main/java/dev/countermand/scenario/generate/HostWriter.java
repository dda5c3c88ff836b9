package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the host does around the bodies, and what must hold in the end. */
final class HostWriter {
    private static final String RUN = "run";

    private final Plan plan;
    private final Decisions decisions;

    HostWriter(Plan plan) {
        this.plan = plan;
        this.decisions = plan.decisions;
    }

    void addTo(ObjectNode document) {
        ObjectNode runner = Json.object();
        if (decisions.once(10)) {
            runner.put("debug", true);
        }
        if (decisions.once(12)) {
            runner.put("eager_tasks", true);
        }
        if (!runner.isEmpty()) {
            document.set("runner", runner);
        }
        if (decisions.once(4)) {
            document.set("host", host());
        }
        boolean signals = plan.aims.contains(Area.SIGNALS);
        int interrupts = signals ? 1 + decisions.below(3) : decisions.once(12) ? 1 : 0;
        if (interrupts > 0) {
            ArrayNode times = Json.array();
            for (int i = 0; i < interrupts; i++) {
                times.add(decisions.below(6) / 512.0);
            }
            document.set("interrupts", times);
        }
        if (decisions.once(8)) {
            document.set("properties", Json.array(property()));
        }
    }

    private ObjectNode property() {
        return Json.object("name", "holds", "that", decisions.of(
                Json.object("not", Json.object("locked", "lock")),
                Values.pair("==", Json.object("var", "num"), 0),
                Json.object("done", "task"),
                Json.object("is_set", "event"),
                Values.pair("<", Json.object("qsize", "q"), 2)));
    }

    private ArrayNode host() {
        ArrayNode host = Json.array();
        switch (decisions.below(5)) {
            case 0, 1 -> {
                host.add(Json.operation("enter"));
                some(host, 1 + decisions.below(3));
                host.add(Json.operation("exit"));
            }
            case 2 -> {
                some(host, 1 + decisions.below(2));
                host.add(Json.operation("close"));
            }
            case 3 -> host.add(Json.operation("asyncio_run", "coro", "main"));
            default -> { }
        }
        some(host, decisions.below(3));
        return host;
    }

    private void some(ArrayNode host, int count) {
        for (int i = 0; i < count; i++) {
            host.add(one());
        }
    }

    private ObjectNode one() {
        return switch (decisions.below(10)) {
            case 0, 1, 2, 3 -> Json.operation(RUN, "coro", "main");
            case 4, 5 -> run();
            case 6 -> Json.operation("asyncio_run", "coro", decisions.of(withoutParameters()));
            case 7 -> Json.operation("log", "text", "host", "value", Json.object("var", "num"));
            case 8 -> Json.operation("get_loop");
            default -> Json.operation(decisions.of("close", "enter", "exit"));
        };
    }

    private ObjectNode run() {
        for (Definition definition : plan.coroutines) {
            if (definition.parameters().equals(List.of(Kind.NUMBER))) {
                return Json.operation(RUN, "coro", definition.name(),
                        "args", Json.array(decisions.below(3)));
            }
        }
        return Json.operation(RUN, "coro", decisions.of(withoutParameters()));
    }

    private List<String> withoutParameters() {
        List<String> names = new ArrayList<>();
        for (Definition definition : plan.coroutines) {
            if (definition.parameters().isEmpty()) {
                names.add(definition.name());
            }
        }
        return names;
    }
}
