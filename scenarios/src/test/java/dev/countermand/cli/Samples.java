package dev.countermand.cli;

import java.util.List;

/** Small scenarios for the command line. */
final class Samples {
    /** Nothing to choose and nothing wrong. */
    static final String QUIET = document("quiet", "", """
            {"op": "log", "text": "hello"}, {"op": "sleep", "delay": 0.5}""");

    /** Before 3.14 the gather belongs to the first run's loop; before 3.12 it also takes longer. */
    static final String SEVERAL_CAUSES = """
            {"format": "countermand-scenario/1", "name": "gather of what an ended loop left",
             "objects": {"f": {"type": "var", "value": null}},
             "coroutines": {
               "first": [{"op": "new_future", "as": "f"},
                         {"op": "set_result", "future": "f", "value": 1}],
               "main": [{"op": "await", "on": {"gather": ["f"]}}]},
             "host": [{"op": "asyncio_run", "coro": "first"},
                      {"op": "asyncio_run", "coro": "main"}]}
            """;

    /** Before 3.13 a request to cancel stays, which no event shows. */
    static final String VERDICT_OF_OLD = """
            {"format": "countermand-scenario/1", "name": "a request that a group leaves",
             "coroutines": {
               "child": [{"op": "raise", "error": "ValueError"}],
               "main": [
                 {"op": "current_task", "as": "me"}, {"op": "must_honour", "task": "me"},
                 {"op": "try", "body": [
                   {"op": "task_group", "as": "g", "body": [
                     {"op": "spawn", "coro": "child", "group": "g"}]}],
                  "except": [{"error": "ExceptionGroup", "body": []}]}]}}
            """;

    private Samples() {}

    /** One way to fail, in some runs only; never in asyncio's own order. */
    record Faulty(String kind, String text) {
        @Override
        public String toString() {
            return kind;
        }
    }

    /** A scenario for every kind of violation. */
    static List<Faulty> faulty() {
        return List.of(
                new Faulty("check", document("check", "", """
                        {"op": "check", "that": {"not": %s}, "message": "it's wrong"}"""
                        .formatted(SOMETIMES))),
                new Faulty("property", document("property", """
                        "objects": {"bad": {"type": "var", "value": false}},
                        "properties": [{"name": "stays good", "that": {"not": {"var": "bad"}}}],
                        """, """
                        {"op": "set", "var": "bad", "value": %s}""".formatted(SOMETIMES))),
                new Faulty("expect", document("expect", """
                        "expect": ["returned"],
                        """, sometimes("""
                        {"op": "raise", "error": "ValueError", "text": "no"}"""))),
                new Faulty("must-honour", document("must-honour", """
                        "functions": {},
                        """, """
                        {"op": "current_task", "as": "me"}, {"op": "must_honour", "task": "me"},
                        {"op": "may_cancel", "task": "me"},
                        {"op": "try", "body": [{"op": "sleep", "delay": 1}],
                         "except": [{"error": "CancelledError", "body": []}]}""")),
                new Faulty("deadlock", document("deadlock", "", sometimes("""
                        {"op": "new_future", "as": "never"}, {"op": "await", "on": "never"}"""))),
                new Faulty("livelock", document("livelock", "", sometimes("""
                        {"op": "while", "that": true,
                         "body": [{"op": "sleep", "delay": 0}]}"""))));
    }

    /** The check that fails in some runs. */
    static String check() {
        return faulty().get(0).text();
    }

    /** A document whose main coroutine has this body. */
    static String document(String name, String fields, String body) {
        return """
                {"format": "countermand-scenario/1", "name": "%s",
                 %s "coroutines": {"main": [%s]}}
                """.formatted(name, fields, body);
    }

    private static final String SOMETIMES =
            "{\"choose\": [false, false, false, false, true]}";

    private static String sometimes(String operations) {
        return "{\"op\": \"if\", \"that\": " + SOMETIMES + ", \"then\": [" + operations + "]}";
    }
}
