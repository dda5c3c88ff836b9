package dev.countermand.benchmark;

import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;

/** The programs as scenarios. */
final class ScenarioPrograms {
    private ScenarioPrograms() {}

    static Scenario spin(int tasks, int turns) {
        return read("spin", """
                {
                  "format": "countermand-scenario/1",
                  "name": "tasks that give up their turn",
                  "coroutines": {
                    "main": [
                      {"op": "set", "var": "tasks", "value": []},
                      {"op": "repeat", "times": %d, "body": [
                        {"op": "spawn", "coro": "spinner", "as": "task"},
                        {"op": "append", "list": "tasks", "value": {"var": "task"}}
                      ]},
                      {"op": "await", "on": {"gather": "tasks"}}
                    ],
                    "spinner": [
                      {"op": "repeat", "times": %d, "body": [{"op": "sleep", "delay": 0}]}
                    ]
                  }
                }
                """.formatted(tasks, turns));
    }

    static Scenario sleepers(int passes, int perPass) {
        return read("sleepers", """
                {
                  "format": "countermand-scenario/1",
                  "name": "tasks that each sleep once",
                  "coroutines": {
                    "main": [
                      {"op": "set", "var": "tasks", "value": []},
                      {"op": "repeat", "times": %1$d, "index": "pass", "body": [
                        {"op": "repeat", "times": %2$d, "index": "i", "body": [
                          {"op": "spawn", "coro": "sleeper", "as": "task",
                           "args": [{"+": [{"*": [{"var": "i"}, %1$d]},
                                           {"+": [{"var": "pass"}, 1]}]}]},
                          {"op": "append", "list": "tasks", "value": {"var": "task"}}
                        ]}
                      ]},
                      {"op": "await", "on": {"gather": "tasks"}}
                    ],
                    "sleeper": {"params": ["ticks"], "body": [
                      {"op": "sleep", "delay": {"*": [{"var": "ticks"}, 0.001953125]}}
                    ]}
                  }
                }
                """.formatted(passes, perPass));
    }

    static Scenario sleepOne(int times) {
        return read("sleep one", """
                {
                  "format": "countermand-scenario/1",
                  "name": "one task that sleeps again and again",
                  "coroutines": {"main": [
                    {"op": "repeat", "times": %d, "body": [{"op": "sleep", "delay": 1}]}
                  ]}
                }
                """.formatted(times));
    }

    static Scenario createAndCancel(int times) {
        return read("create and cancel", """
                {
                  "format": "countermand-scenario/1",
                  "name": "tasks that are cancelled in their first sleep",
                  "coroutines": {
                    "main": [
                      {"op": "repeat", "times": %d, "body": [
                        {"op": "spawn", "coro": "sleeper", "as": "task"},
                        {"op": "sleep", "delay": 0},
                        {"op": "cancel", "task": "task"},
                        {"op": "try",
                         "body": [{"op": "await", "on": "task"}],
                         "except": [{"error": "CancelledError", "body": []}]}
                      ]}
                    ],
                    "sleeper": [{"op": "sleep", "delay": 1000}]
                  }
                }
                """.formatted(times));
    }

    static Scenario pingPong(int roundTrips) {
        return read("ping pong", """
                {
                  "format": "countermand-scenario/1",
                  "name": "two tasks and two queues",
                  "objects": {"there": {"type": "queue"}, "back": {"type": "queue"}},
                  "coroutines": {
                    "main": [
                      {"op": "spawn", "coro": "answerer", "as": "task"},
                      {"op": "repeat", "times": %1$d, "index": "i", "body": [
                        {"op": "put", "queue": "there", "value": {"var": "i"}},
                        {"op": "get", "queue": "back", "as": "answer"}
                      ]},
                      {"op": "await", "on": "task"}
                    ],
                    "answerer": [
                      {"op": "repeat", "times": %1$d, "body": [
                        {"op": "get", "queue": "there", "as": "item"},
                        {"op": "put", "queue": "back", "value": {"var": "item"}}
                      ]}
                    ]
                  }
                }
                """.formatted(roundTrips));
    }

    static Scenario read(String name, String document) {
        return ScenarioReader.read(name, document.getBytes(StandardCharsets.UTF_8));
    }
}
