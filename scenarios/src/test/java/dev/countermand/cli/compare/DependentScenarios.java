package dev.countermand.cli.compare;

import static dev.countermand.loop.VersionDifference.AS_COMPLETED_STARTS_AT_CALL;
import static dev.countermand.loop.VersionDifference.BARRIER_TEXT;
import static dev.countermand.loop.VersionDifference.CANCELLED_ERROR_SUBCLASSES_COUNT;
import static dev.countermand.loop.VersionDifference.CONDITION_MAKES_WAITER_FIRST;
import static dev.countermand.loop.VersionDifference.CONDITION_PASSES_NOTIFY_ON;
import static dev.countermand.loop.VersionDifference.EAGER_START_ARGUMENT;
import static dev.countermand.loop.VersionDifference.EAGER_TASKS;
import static dev.countermand.loop.VersionDifference.EXECUTOR_SHUTDOWN_TIMES_OUT;
import static dev.countermand.loop.VersionDifference.GATHER_BELONGS_TO_RUNNING_LOOP;
import static dev.countermand.loop.VersionDifference.GATHER_OF_DONE_IS_DONE;
import static dev.countermand.loop.VersionDifference.GROUP_ALWAYS_SCHEDULES_DONE_CALLBACK;
import static dev.countermand.loop.VersionDifference.GROUP_CLOSES_WHAT_IT_REFUSES;
import static dev.countermand.loop.VersionDifference.GROUP_UNCANCELS_AT_END_OF_EXIT;
import static dev.countermand.loop.VersionDifference.HANDLER_RUNS_IN_SUBJECTS_CONTEXT;
import static dev.countermand.loop.VersionDifference.NAMED_TASKS_USE_NO_NUMBER;
import static dev.countermand.loop.VersionDifference.NOT_AWAITABLE_TEXT;
import static dev.countermand.loop.VersionDifference.QUEUE_SHUTDOWN;
import static dev.countermand.loop.VersionDifference.REFUSED_WAIT_FOR_LEAVES_NO_TIMER;
import static dev.countermand.loop.VersionDifference.SEMAPHORE_WAKES_ALL_IT_CAN;
import static dev.countermand.loop.VersionDifference.SHIELD_REPORTS_LATE_ERRORS;
import static dev.countermand.loop.VersionDifference.SHIELD_TRACKS_WHO_AWAITS;
import static dev.countermand.loop.VersionDifference.SLEEP_REFUSES_NAN;
import static dev.countermand.loop.VersionDifference.UNCANCEL_TO_ZERO_DROPS_PENDING_CANCEL;
import static dev.countermand.loop.VersionDifference.WAIT_FOR_IS_A_TIMEOUT;

import dev.countermand.loop.VersionDifference;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * For each difference between versions that a scenario can show, a small one that depends on it
 * alone.
 */
final class DependentScenarios {
    private static final Map<VersionDifference, String> ALL = new EnumMap<>(Map.ofEntries(
            of(WAIT_FOR_IS_A_TIMEOUT, "", """
                    "inner": [], "other": [],
                    "main": [
                      {"op": "spawn", "coro": "other"},
                      {"op": "await", "on": {"wait_for": {"coro": "inner"}, "timeout": 1}}]"""),
            of(REFUSED_WAIT_FOR_LEAVES_NO_TIMER, "", """
                    "main": [
                      {"op": "set", "var": "nothing", "value": null},
                      {"op": "try", "body": [
                        {"op": "await", "on": {"wait_for": "nothing", "timeout": 1}}],
                       "except": [{"error": "BaseException", "body": []}]},
                      {"op": "new_future", "as": "never"},
                      {"op": "await", "on": "never"}]"""),
            of(GATHER_OF_DONE_IS_DONE, "", """
                    "other": [],
                    "main": [
                      {"op": "new_future", "as": "f"},
                      {"op": "set_result", "future": "f", "value": 1},
                      {"op": "spawn", "coro": "other"},
                      {"op": "await", "on": {"gather": ["f"]}},
                      {"op": "log", "text": "gathered"}]"""),
            of(UNCANCEL_TO_ZERO_DROPS_PENDING_CANCEL, "", """
                    "main": [
                      {"op": "current_task", "as": "me"},
                      {"op": "cancel", "task": "me"},
                      {"op": "uncancel", "task": "me"},
                      {"op": "sleep", "delay": 1}]"""),
            of(GROUP_UNCANCELS_AT_END_OF_EXIT, "", """
                    "child": [{"op": "raise", "error": "ValueError"}],
                    "main": [
                      {"op": "current_task", "as": "me"},
                      {"op": "try", "body": [
                        {"op": "task_group", "as": "g", "body": [
                          {"op": "spawn", "coro": "child", "group": "g"}]}],
                       "except": [{"error": "ExceptionGroup", "body": []}]},
                      {"op": "log", "text": "requests", "value": {"cancelling": "me"}}]"""),
            of(CONDITION_PASSES_NOTIFY_ON, """
                    "objects": {"c": {"type": "condition"}},""", """
                    "waiter": [{"op": "with", "on": "c", "body": [
                      {"op": "cond_wait", "on": "c"}, {"op": "log", "text": "notified"}]}],
                    "main": [
                      {"op": "spawn", "coro": "waiter", "as": "first"},
                      {"op": "spawn", "coro": "waiter"},
                      {"op": "sleep", "delay": 1},
                      {"op": "with", "on": "c", "body": [{"op": "cond_notify", "on": "c"}]},
                      {"op": "cancel", "task": "first"},
                      {"op": "sleep", "delay": 1}]"""),
            of(CONDITION_MAKES_WAITER_FIRST, """
                    "objects": {"c": {"type": "condition"}},
                    "host": [{"op": "asyncio_run", "coro": "binds"},
                             {"op": "asyncio_run", "coro": "main"}],""", """
                    "binds": [
                      {"op": "with", "on": "c", "body": [
                        {"op": "timeout", "delay": 1, "body": [
                          {"op": "cond_wait", "on": "c"}]}]}],
                    "taker": [{"op": "with", "on": "c", "body": []}],
                    "main": [
                      {"op": "spawn", "coro": "taker"},
                      {"op": "with", "on": "c", "body": [
                        {"op": "sleep", "delay": 0}, {"op": "cond_wait", "on": "c"}]}]"""),
            of(SEMAPHORE_WAKES_ALL_IT_CAN, """
                    "objects": {"s": {"type": "semaphore", "value": 0}},""", """
                    "user": [{"op": "acquire", "on": "s"}, {"op": "log", "text": "in"}],
                    "turns": [{"op": "repeat", "times": 4, "body": [
                      {"op": "sleep", "delay": 0}, {"op": "log", "text": "next turn"}]}],
                    "main": [
                      {"op": "spawn", "coro": "user"},
                      {"op": "sleep", "delay": 1},
                      {"op": "spawn", "coro": "user"}, {"op": "spawn", "coro": "user"},
                      {"op": "spawn", "coro": "turns"},
                      {"op": "release", "on": "s"}, {"op": "release", "on": "s"},
                      {"op": "release", "on": "s"},
                      {"op": "sleep", "delay": 1}]"""),
            of(QUEUE_SHUTDOWN, """
                    "objects": {"q": {"type": "queue"}},""", """
                    "main": [{"op": "queue_shutdown", "queue": "q"}]"""),
            of(EXECUTOR_SHUTDOWN_TIMES_OUT, "", """
                    "job": [{"op": "run_in_executor", "duration": 500}],
                    "main": [{"op": "spawn", "coro": "job"}, {"op": "sleep", "delay": 1}]"""),
            of(SLEEP_REFUSES_NAN, "", """
                    "main": [
                      {"op": "set", "var": "huge", "value": {"*": [1e308, 10]}},
                      {"op": "sleep", "delay": {"-": [{"var": "huge"}, {"var": "huge"}]}}]"""),
            of(EAGER_START_ARGUMENT, """
                    "python": "3.12",""", """
                    "child": [],
                    "main": [{"op": "spawn", "coro": "child", "eager_start": true}]"""),
            of(GROUP_ALWAYS_SCHEDULES_DONE_CALLBACK, """
                    "python": "3.12", "runner": {"eager_tasks": true},""", """
                    "child": [{"op": "raise", "error": "ValueError"}],
                    "main": [
                      {"op": "task_group", "as": "g", "body": [
                        {"op": "spawn", "coro": "child", "group": "g"},
                        {"op": "spawn", "coro": "child", "group": "g"},
                        {"op": "log", "text": "in the group"}]}]"""),
            of(GATHER_BELONGS_TO_RUNNING_LOOP, """
                    "objects": {"f": {"type": "var", "value": null}},
                    "host": [{"op": "asyncio_run", "coro": "maker"},
                             {"op": "asyncio_run", "coro": "main"}],""", """
                    "maker": [{"op": "new_future", "as": "f"},
                      {"op": "set_result", "future": "f", "value": 1}],
                    "main": [{"op": "await", "on": {"gather": ["f"]}}]"""),
            of(SHIELD_REPORTS_LATE_ERRORS, "", """
                    "inner": [{"op": "sleep", "delay": 2}, {"op": "raise", "error": "ValueError"}],
                    "outer": [{"op": "await", "on": {"shield": {"coro": "inner"}}}],
                    "main": [
                      {"op": "spawn", "coro": "outer", "as": "t"},
                      {"op": "sleep", "delay": 1}, {"op": "cancel", "task": "t"},
                      {"op": "sleep", "delay": 2}]"""),
            of(BARRIER_TEXT, """
                    "objects": {"b": {"type": "barrier", "parties": 0}},""", """
                    "main": [{"op": "barrier_wait", "on": "b"}]"""),
            of(NOT_AWAITABLE_TEXT, "", """
                    "main": [
                      {"op": "set", "var": "nothing", "value": null},
                      {"op": "await", "on": "nothing"}]""")));

    private DependentScenarios() {}

    /**
     * Those that no scenario can show: the language has no subclass of CancelledError, no exception
     * handler of one's own and no automatic task name, its {@code as_completed} takes the first
     * item at once, its eager tasks need 3.12, what a group refuses is lost to it, and a callback
     * that shield adds does nothing here.
     */
    static Set<VersionDifference> invisible() {
        return EnumSet.of(EAGER_TASKS, HANDLER_RUNS_IN_SUBJECTS_CONTEXT,
                CANCELLED_ERROR_SUBCLASSES_COUNT, AS_COMPLETED_STARTS_AT_CALL,
                NAMED_TASKS_USE_NO_NUMBER, GROUP_CLOSES_WHAT_IT_REFUSES,
                SHIELD_TRACKS_WHO_AWAITS);
    }

    private static Map.Entry<VersionDifference, String> of(
            VersionDifference difference, String fields, String coroutines) {
        return Map.entry(difference, """
                {"format": "countermand-scenario/1", "name": "%s",
                 %s "coroutines": {%s}}
                """.formatted(difference.label(), fields, coroutines));
    }

    static Map<VersionDifference, String> all() {
        return ALL;
    }
}
