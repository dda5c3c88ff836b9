package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Locks, semaphores, events, conditions, barriers. */
final class SynchronisationRules {
    private SynchronisationRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.waits("with", Area.LOCKS, 4, body -> with(body, SharedObjects.LOCKABLE))
                        .when(BodyWriter::mayNest),
                Rule.waits("with", Area.BARRIERS, 1, body -> with(body, List.of("bar")))
                        .when(BodyWriter::mayNest),
                Rule.waits("acquire", Area.LOCKS, 3, body -> body.addMaybeAssigning(
                        Kind.ANY, on(body, "acquire", SharedObjects.LOCKABLE))),
                Rule.anywhere("release", Area.LOCKS, 3, body -> body.addMaybeAssigning(
                        Kind.ANY, on(body, "release", SharedObjects.LOCKABLE))).raises(),
                Rule.anywhere("event_set", Area.LOCKS, 2, body ->
                        body.add("event_set", "on", "event")),
                Rule.anywhere("event_clear", Area.LOCKS, 1, body ->
                        body.add("event_clear", "on", "event")),
                Rule.waits("event_wait", Area.LOCKS, 2, body ->
                        body.add("event_wait", "on", "event")),
                Rule.waits("with", Area.CONDITIONS, 2, SynchronisationRules::condition)
                        .when(BodyWriter::mayNest),
                Rule.anywhere("cond_notify", Area.CONDITIONS, 1, body -> body.add(
                        maybeCount(body, on(body, "cond_notify", SharedObjects.CONDITIONS))))
                        .raises(),
                Rule.anywhere("cond_notify_all", Area.CONDITIONS, 1, body -> body.add(
                        on(body, "cond_notify_all", SharedObjects.CONDITIONS)))
                        .raises(),
                Rule.waits("cond_wait", Area.CONDITIONS, 1, body -> body.add(
                        on(body, "cond_wait", SharedObjects.CONDITIONS)))
                        .raises(),
                Rule.waits("barrier_wait", Area.BARRIERS, 3, body -> body.addMaybeAssigning(
                        Kind.ANY, Json.operation("barrier_wait", "on", "bar"))).raises(),
                Rule.waits("barrier_reset", Area.BARRIERS, 1, body -> body.addMaybeAssigning(
                        Kind.ANY, Json.operation("barrier_reset", "on", "bar"))),
                Rule.waits("barrier_abort", Area.BARRIERS, 1, body -> body.addMaybeAssigning(
                        Kind.ANY, Json.operation("barrier_abort", "on", "bar"))));
    }

    private static ObjectNode on(BodyWriter body, String operation, List<String> names) {
        return Json.operation(operation, "on", body.decisions.of(names));
    }

    private static ObjectNode maybeCount(BodyWriter body, ObjectNode notify) {
        if (body.decisions.once(3)) {
            notify.put("n", body.decisions.of(2, 1, 0, 3));
        }
        return notify;
    }

    private static void with(BodyWriter body, List<String> names) {
        body.add("with", "on", body.decisions.of(names), "body", body.block());
    }

    /** A condition is of use only to those who hold its lock. */
    private static void condition(BodyWriter body) {
        String name = body.decisions.of(SharedObjects.CONDITIONS);
        body.add("with", "on", name, "body", body.block(inner -> {
            switch (inner.decisions.below(4)) {
                case 0 -> inner.add("cond_wait", "on", name);
                case 1 -> inner.add(
                        maybeCount(inner, Json.operation("cond_notify", "on", name)));
                case 2 -> inner.add("cond_notify_all", "on", name);
                default -> inner.add("cond_wait_for",
                        "on", name, "that", Values.truth(inner));
            }
        }));
    }
}
