package dev.countermand.benchmark;

import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A small bug of the size that the explorer runs many thousand times: the lock of CPython 3.5,
 * whose cancelled waiter, woken already, wakes nobody else (bpo-27585).
 */
final class LockBug {
<<<<<<< HEAD
    private static final String FILE = "lock-bug.scenario.json";
=======
    private static final String DOCUMENT = """
            {
              "format": "countermand-scenario/1",
              "name": "a cancelled waiter that was woken does not wake the next one",
              "objects": {
                "held": {"type": "var", "value": false},
                "waiters": {"type": "var", "value": []}
              },
              "coroutines": {
                "acquire": [
                  {"op": "set", "var": "free", "value": {"not": {"var": "held"}}},
                  {"op": "repeat", "times": {"len": {"var": "waiters"}}, "index": "i", "body": [
                    {"op": "set", "var": "waiter",
                     "value": {"at": [{"var": "waiters"}, {"var": "i"}]}},
                    {"op": "if", "that": {"not": {"cancelled": "waiter"}},
                     "then": [{"op": "set", "var": "free", "value": false}]}
                  ]},
                  {"op": "if", "that": {"var": "free"},
                   "then": [{"op": "set", "var": "held", "value": true}, {"op": "return"}]},
                  {"op": "new_future", "as": "mine"},
                  {"op": "append", "list": "waiters", "value": {"var": "mine"}},
                  {"op": "try",
                   "body": [
                     {"op": "await", "on": "mine"},
                     {"op": "set", "var": "held", "value": true}
                   ],
                   "finally": [{"op": "remove", "list": "waiters", "value": {"var": "mine"}}]}
                ],
                "user": [
                  {"op": "await", "on": {"coro": "acquire"}},
                  {"op": "try",
                   "body": [{"op": "sleep", "delay": {"choose": [1, 0, 2]}}],
                   "finally": [{"op": "call", "function": "release"}]}
                ],
                "main": [
                  {"op": "spawn", "coro": "user", "as": "holder"},
                  {"op": "sleep", "delay": 0},
                  {"op": "spawn", "coro": "user", "as": "a"},
                  {"op": "spawn", "coro": "user", "as": "b"},
                  {"op": "may_cancel", "task": "a"},
                  {"op": "await",
                   "on": {"gather": ["holder", "a", "b"], "return_exceptions": true}}
                ]
              },
              "functions": {
                "release": [
                  {"op": "set", "var": "held", "value": false},
                  {"op": "repeat", "times": {"len": {"var": "waiters"}}, "index": "i", "body": [
                    {"op": "set", "var": "waiter",
                     "value": {"at": [{"var": "waiters"}, {"var": "i"}]}},
                    {"op": "if", "that": {"not": {"done": "waiter"}}, "then": [
                      {"op": "set_result", "future": "waiter", "value": null},
                      {"op": "break"}
                    ]}
                  ]}
                ]
              }
            }
            """;
>>>>>>> 568b56b0ca50f3353b839cfc2915ba26f3eeb20c

    private LockBug() {}

    static Scenario scenario() {
<<<<<<< HEAD
        try (InputStream file = LockBug.class.getResourceAsStream(FILE)) {
            return ScenarioReader.read(FILE, file.readAllBytes());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
=======
        return ScenarioPrograms.read("lock bug", DOCUMENT);
>>>>>>> 568b56b0ca50f3353b839cfc2915ba26f3eeb20c
    }
}
