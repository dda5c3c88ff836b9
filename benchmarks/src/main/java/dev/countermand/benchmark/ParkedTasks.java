package dev.countermand.benchmark;

import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many bytes of heap a suspended task of the interpreter takes: a million of them,
 * counted after full collections before they are made and while all of them wait.
 */
public final class ParkedTasks {
    private static final int TASKS = 1_000_000;

    private ParkedTasks() {}

    /** Measures each way to wait; run it with a heap of 2 GB or more. */
    public static void main(String[] args) {
        print("asleep", """
                {"op": "sleep", "delay": 1}""");
        print("waiting for an event", """
                {"op": "event_wait", "on": "gate"}""");
        print("waiting for a lock", """
                {"op": "with", "on": "lock", "body": []}""");
        print("waiting for an item", """
                {"op": "get", "queue": "queue", "as": "item"}""");
        print("asleep, inside try, timeout and an awaited coroutine", """
                {"op": "try", "body": [
                  {"op": "timeout", "delay": 100, "body": [{"op": "await", "on": {"coro": "nap"}}]}
                ]}""");
    }

    private static void print(String name, String waiting) {
        List<Long> used = new ArrayList<>();
        PreparedScenario prepared = new PreparedScenario(ScenarioPrograms.read(name, """
                {
                  "format": "countermand-scenario/1",
                  "name": "tasks that wait",
                  "objects": {
                    "gate": {"type": "event"}, "lock": {"type": "lock"}, "queue": {"type": "queue"}
                  },
                  "coroutines": {
                    "nap": [{"op": "sleep", "delay": 1}],
                    "sleeper": [%s],
                    "main": [
                      {"op": "acquire", "on": "lock"},
                      {"op": "log", "text": "before"},
                      {"op": "repeat", "times": %d, "body": [{"op": "spawn", "coro": "sleeper"}]},
                      {"op": "sleep", "delay": 0},
                      {"op": "log", "text": "all wait"},
                      {"op": "event_set", "on": "gate"},
                      {"op": "release", "on": "lock"}
                    ]
                  }
                }
                """.formatted(waiting, TASKS)));
        RunOptions options = RunOptions.DEFAULT.withStepLimit(Long.MAX_VALUE);
        ScenarioRun.run(prepared, new FifoStrategy().scheduler(0), options, event -> {
            if (isLog(event)) {
                used.add(usedHeap());
            }
        });
        Reference.reachabilityFence(prepared);
        System.out.printf("%d bytes per task %s%n", (used.get(1) - used.get(0)) / TASKS, name);
    }

    private static boolean isLog(TraceEvent.Logged event) {
        return event.event().equals("log");
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
