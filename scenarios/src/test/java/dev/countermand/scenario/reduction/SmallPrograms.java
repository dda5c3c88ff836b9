package dev.countermand.scenario.reduction;

import dev.countermand.loop.schedule.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Random programs that are small enough for every one of their runs to be made: two or three tasks
 * that meet at a few shared objects. Each statement of a task is one of those below.
 *
 * <p>The host logs at the end what the shared variables hold and how each task has ended.
 */
final class SmallPrograms {
    /** Statements that touch what other tasks touch; # is the number of the task. */
    private static final List<String> STATEMENTS = List.of(
            "{'op': 'set', 'var': 'x', 'value': #}",
            "{'op': 'set', 'var': 'x', 'value': {'+': [{'var': 'x'}, #]}}",
            "{'op': 'set', 'var': 'y', 'value': {'var': 'x'}}",
            "{'op': 'set', 'var': 'a', 'value': {'var': 'x'}}, {'op': 'sleep', 'delay': 0},"
                    + "{'op': 'set', 'var': 'x', 'value': {'+': [{'var': 'a'}, #]}}",
            "{'op': 'append', 'list': 'l', 'value': #}",
            "{'op': 'set', 'var': 'y', 'value': {'len': {'var': 'l'}}}",
            "{'op': 'if', 'that': {'==': [{'var': 'x'}, 0]}, 'then': [{'op': 'return'}]}",
            "{'op': 'sleep', 'delay': 0}",
            "{'op': 'sleep', 'delay': 0.001953125}",
            "{'op': 'sleep', 'delay': 0.00390625}",
            "{'op': 'with', 'on': 'k', 'body': [{'op': 'sleep', 'delay': 0},"
                    + "{'op': 'set', 'var': 'x', 'value': {'+': [{'var': 'x'}, #]}}]}",
            "{'op': 'acquire', 'on': 'k'}",
            "{'op': 'release', 'on': 'k'}",
            "{'op': 'with', 'on': 's', 'body': [{'op': 'append', 'list': 'l', 'value': #},"
                    + "{'op': 'sleep', 'delay': 0}]}",
            "{'op': 'event_set', 'on': 'e'}",
            "{'op': 'event_clear', 'on': 'e'}",
            "{'op': 'event_wait', 'on': 'e'}",
            "{'op': 'set', 'var': 'y', 'value': {'is_set': 'e'}}",
            "{'op': 'put', 'queue': 'q', 'value': #}",
            "{'op': 'get', 'queue': 'q', 'as': 'y'}",
            "{'op': 'get_nowait', 'queue': 'q', 'as': 'y'}",
            "{'op': 'with', 'on': 'c', 'body': [{'op': 'cond_wait', 'on': 'c'}]}",
            "{'op': 'with', 'on': 'c', 'body': [{'op': 'cond_notify', 'on': 'c'}]}",
            "{'op': 'barrier_wait', 'on': 'b', 'as': 'y'}",
            "{'op': 'set_result', 'future': 'f', 'value': #}",
            "{'op': 'await', 'on': 'f', 'as': 'y'}",
            "{'op': 'try', 'body': [{'op': 'await', 'on': 'f'}], 'except': [{'error':"
                    + "'CancelledError', 'body': [{'op': 'append', 'list': 'l', 'value': #}]}]}",
            "{'op': 'cancel', 'task': 't0'}",
            "{'op': 'cancel', 'task': 't1'}",
            "{'op': 'cancel', 'task': 'f'}",
            "{'op': 'set', 'var': 'y', 'value': {'done': 't0'}}",
            "{'op': 'set', 'var': 'y', 'value': {'cancelling': 't1'}}",
            "{'op': 'await', 'on': 't1'}",
            "{'op': 'add_done_callback', 'on': 't0', 'do': ["
                    + "{'op': 'append', 'list': 'l', 'value': #}]}",
            "{'op': 'call_soon', 'do': [{'op': 'set', 'var': 'x', 'value': #}]}",
            "{'op': 'call_later', 'delay': 0.001953125, 'do': ["
                    + "{'op': 'set', 'var': 'x', 'value': #}]}",
            "{'op': 'timeout', 'delay': 0.001953125, 'body': ["
                    + "{'op': 'sleep', 'delay': 0.001953125}]}",
            "{'op': 'timeout', 'delay': 0.001953125, 'body': [{'op': 'event_wait', 'on': 'e'}]}",
            "{'op': 'await', 'on': {'wait_for': {'coro': 'child', 'args': [#]},"
                    + "'timeout': 0.001953125}}",
            "{'op': 'await', 'on': {'shield': 'f'}}",
            "{'op': 'await', 'on': {'gather': [{'coro': 'child', 'args': [#]}, 'f']}, 'as': 'y'}",
            "{'op': 'wait', 'on': ['t0', 'f'], 'return_when': 'FIRST_COMPLETED', 'done': 'y'}",
            "{'op': 'task_group', 'as': 'g', 'body': ["
                    + "{'op': 'spawn', 'coro': 'child', 'args': [#], 'group': 'g'},"
                    + "{'op': 'spawn', 'coro': 'failing', 'group': 'g'}]}",
            "{'op': 'set', 'var': 'x', 'value': {'choose': [#, 7]}}",
            "{'op': 'set', 'var': 'y', 'value': {'all_tasks': []}}",
            "{'op': 'run_in_executor', 'duration': 0.001953125, 'result': #, 'as': 'y'}",
            "{'op': 'raise', 'error': 'ValueError'}",
            "{'op': 'may_cancel', 'task': 't0'}",
            "{'op': 'may_cancel', 'task': 't1'}");

    private static final String FRAME = """
            {'format': 'countermand-scenario/1', 'name': 'small', 'python': '3.12',
             'objects': {
               'x': {'type': 'var', 'value': 0}, 'y': {'type': 'var', 'value': 0},
               'l': {'type': 'var', 'value': []}, 'f': {'type': 'var', 'value': null},
               't0': {'type': 'var', 'value': null}, 't1': {'type': 'var', 'value': null},
               't2': {'type': 'var', 'value': null}, 'k': {'type': 'lock'},
               's': {'type': 'semaphore', 'value': 1}, 'e': {'type': 'event'},
               'q': {'type': 'queue', 'maxsize': 1}, 'c': {'type': 'condition'},
               'b': {'type': 'barrier', 'parties': 2}},
             'coroutines': {
               'child': {'params': ['n'], 'body': [{'op': 'sleep', 'delay': 0},
                 {'op': 'set', 'var': 'x', 'value': {'var': 'n'}}]},
               'failing': [{'op': 'raise', 'error': 'KeyError'}],
               %s,
               'main': [{'op': 'new_future', 'as': 'f'}, %s, {'op': 'sleep', 'delay': 1}]},
             'host': [{'op': 'enter'}, {'op': 'run', 'coro': 'main'}, {'op': 'exit'},
               {'op': 'log', 'text': 'values',
                'value': {'list': [{'var': 'x'}, {'var': 'y'}, {'var': 'l'}]}},
               %s],
             'properties': [%s]}
            """;

    private static final String INVARIANT =
            "{'name': 'apart', 'when': 'always', 'that': {'or': ["
                    + "{'==': [{'var': 'x'}, 0]}, {'!=': [{'var': 'x'}, {'var': 'y'}]}]}}";

    private static final int PALETTE = 5;

    private final RandomStream random;

    SmallPrograms(long seed) {
        this.random = new RandomStream(seed);
    }

    /** The next program. */
    String next() {
        int tasks = 2 + (random.nextInt(3) == 0 ? 1 : 0);
        List<String> palette = palette();
        List<String> bodies = new ArrayList<>();
        List<String> spawns = new ArrayList<>();
        List<String> logs = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            bodies.add("'c" + i + "': [" + body(i, tasks == 2 ? 3 : 2, palette) + "]");
            spawns.add("{'op': 'spawn', 'coro': 'c" + i + "', 'as': 't" + i + "'}");
            logs.add("{'op': 'log', 'text': 't" + i + "', 'value': {'result': 't" + i + "'}}");
        }
        if (random.nextInt(3) == 0) {
            spawns.add("{'op': 'may_cancel', 'task': 't0'}");
        }
        String properties = random.nextInt(6) == 0 ? INVARIANT : "";
        return FRAME.formatted(String.join(", ", bodies), String.join(", ", spawns),
                String.join(", ", logs), properties)
                .replace('\'', '"');
    }

    /** Few different statements, so that the tasks of a program meet at the same objects. */
    private List<String> palette() {
        List<String> palette = new ArrayList<>();
        for (int left = PALETTE; left > 0; left--) {
            palette.add(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
        }
        return palette;
    }

    private String body(int task, int most, List<String> palette) {
        List<String> statements = new ArrayList<>();
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            statements.add(palette.get(random.nextInt(PALETTE))
                    .replace("#", Integer.toString(task + 1)));
        }
        return String.join(", ", statements);
    }
}
