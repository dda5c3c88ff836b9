"""What the reader accepts and refuses, and what names, labels and values mean."""

import json
import os
import tempfile
import unittest

import run_scenarios
from scenario_building import VERSION, ends, log, logs, op, play, sleep, spawn, var


class Refusals(unittest.TestCase):
    """A document that breaks a rule gives one line that names the place."""

    def refused(self, place, coroutines, **document):
        events = play(coroutines, **document)
        self.assertEqual(1, len(events))
        self.assertTrue(events[0]["error"].startswith(f"{place}: "), events[0]["error"])

    def test_an_unknown_operation(self):
        self.refused("/coroutines/main/0/op", [op("jump")])

    def test_an_unknown_field(self):
        self.refused("/coroutines/main/0/colour", [op("stop", colour="red")])

    def test_a_missing_field(self):
        self.refused("/coroutines/main/0", [op("sleep")])

    def test_a_name_that_nothing_assigns(self):
        self.refused("/coroutines/main/0/value/var", [op("log", text="t", value=var("x"))])

    def test_an_unknown_coroutine(self):
        self.refused("/coroutines/main/0/coro", [op("spawn", coro="nobody")])

    def test_too_few_arguments(self):
        self.refused("/coroutines/main/0/coro",
                     {"c": {"params": ["a"], "body": []}, "main": [op("spawn", coro="c")]})

    def test_an_operation_that_waits_in_a_callback(self):
        self.refused("/coroutines/main/0/do/0", [op("call_soon", do=[sleep(1)])])

    def test_an_operation_that_waits_in_a_function(self):
        self.refused("/functions/f/0", [], functions={"f": [sleep(1)]})

    def test_yield_in_a_coroutine(self):
        self.refused("/coroutines/main/0", [op("yield", value=1)])

    def test_an_unknown_expression(self):
        self.refused("/properties/0/that", [], properties=[
            {"name": "p", "when": "end", "that": {"maybe": []}}])

    def test_an_unknown_type_of_object(self):
        self.refused("/objects/o/type", [], objects={"o": {"type": "mutex"}})

    def test_a_newer_python(self):
        self.refused("/python", [], python="3.99")

    def test_another_format(self):
        self.refused("/format", [], format="countermand-scenario/2")

    def test_a_break_outside_a_loop(self):
        self.refused("/", [op("break")])

    def test_a_virtual_time_that_no_clock_could_reach(self):
        (event,) = play([sleep(2 ** 24)])
        self.assertIn("2**24", event["error"])


class TheOtherReader(unittest.TestCase):
    """Two readings of one format must draw the same line between scenarios and other documents."""

    def test_refuses_nothing_that_is_accepted_here(self):
        accepted = []
        for row in _rows():
            (first, *_) = run_scenarios.play_text(_document(row))
            self.assertNotIn("internal", first, row)
            if not first.startswith('{"error"'):
                accepted.append(row)
        self.assertEqual(_ONLY_REFUSED_THERE, accepted)


# The simulated loop counts permits in 32 bits.
_ONLY_REFUSED_THERE = ['objects: "s": {"type": "semaphore", "value": 9999999999}']
_ROWS = "../resources/dev/countermand/scenario/read/malformed/rows.txt"
_ONE = '"one": {"params": ["p"], "body": []}'
_WHOLE = {
    "body": f'"coroutines": {{"main": [%s], {_ONE}}}',
    "generator": '"coroutines": {"main": []}, "generators": {"g": [%s]}',
    "function": '"coroutines": {"main": []}, "functions": {"f": [%s]}',
    "objects": '"coroutines": {"main": []}, "objects": {%s}',
    "host": f'"coroutines": {{"main": [], {_ONE}}}, "host": [%s]',
    "field": '"coroutines": {"main": []}, %s', "fields": "%s"}


def _rows():
    with open(os.path.join(os.path.dirname(__file__), _ROWS), encoding="utf-8") as file:
        return [row for row in file.read().splitlines() if row and not row.startswith("#")]


def _document(row):
    """The fault of a row, put into an otherwise valid document."""
    where, _, fault = row.partition(": ")
    if where == "document":
        return fault
    rest = _WHOLE[where].replace("%s", fault)
    return f'{{"format": "countermand-scenario/1", "name": "n", {rest}}}'


class Meaning(unittest.TestCase):

    def test_a_local_variable_read_too_early_raises_as_in_python(self):
        events = play([op("if", that=False, then=[op("set", var="x", value=1)]),
                       op("call_soon", do=[log("x", var("x"))]), sleep(0), log("x", var("x"))])
        self.assertEqual([{"message": "Exception in callback", "error": "UnboundLocalError"}],
                         ends(events, "handler"))
        self.assertEqual({
            "outcome": "raised", "error": "UnboundLocalError", "text":
            "cannot access local variable 'x' where it is not associated with a value"},
            ends(events)[0])

    def test_invocations_are_numbered_as_they_are_made_and_name_their_tasks(self):
        name = [log("name", {"current_task": []})]
        call = {"coro": "c", "args": []}
        events = play({"c": name, "main": [
            op("await", on={"gather": [call, {"wait_for": call, "timeout": None}]}),
            spawn("c", name="mine", as_="t"), op("await", on="t"), op("await", on=call)]})
        self.assertEqual([("c", "c"), ("c#2", "wait_for"), ("c#3", "mine"), ("c#4", "main")],
                         [(e["in"], e["value"]) for e in events if e["event"] == "log"])

    def test_an_object_is_shared_and_any_other_name_belongs_to_its_invocation(self):
        set_both = [op("set", var="shared", value=2), op("set", var="own", value=2)]
        events = play({"c": set_both, "main": [
            op("set", var="own", value=1), op("await", on={"coro": "c", "args": []}),
            log("both", {"list": [var("shared"), var("own")]})]},
            objects={"shared": {"type": "var", "value": 1}})
        self.assertEqual([("both", [2, 1])], logs(events))

    def test_a_function_runs_under_its_callers_label_and_a_callback_under_none(self):
        events = play([op("call", function="f", args=[1], as_="x"), log("x", var("x")),
                       op("call_soon", do=[op("call", function="f", args=[2])]), sleep(0)],
                      functions={"f": {"params": ["n"], "body": [
                          log("f", var("n")), op("return", value={"+": [var("n"), 1]})]}})
        self.assertEqual([("main", 1), ("main", 2), (None, 2)],
                         [(e["in"], e["value"]) for e in events if e["event"] == "log"])

    def test_values_show_tasks_by_name_and_other_objects_by_type(self):
        shown = {"list": [var("t"), var("f"), var("lock"), 1, 1.0, None, True, "é"]}
        events = play({"c": [], "main": [spawn("c", as_="t"), op("new_future", as_="f"),
                                         log("all", shown)]},
                      objects={"lock": {"type": "lock"}})
        self.assertEqual([("all", ["c", "Future", "Lock", 1, 1.0, None, True, "é"])], logs(events))

    def test_an_error_stays_in_its_variable_after_the_handler(self):
        events = play([op("try", body=[op("raise", error="ValueError", text="a <b>")], except_=[
            {"error": ["KeyError", "ValueError"], "as": "e", "body": []}]),
            log("e", var("e")), log("text", {"error_text": "e"}),
            op("raise", error="ValueError", text="a: <b>")])
        self.assertEqual([("e", "ValueError"), ("text", "a <b>")], logs(events))
        self.assertEqual("a", ends(events)[0]["text"])

    def test_a_property_that_fails_or_raises_is_a_violation(self):
        events = play([op("new_future", as_="f"), op("cancel", task="f")],
                      objects={"f": {"type": "var"}},
                      properties=[{"name": n, "when": "end", "that": that} for n, that in [
                          ("holds", {"cancelled": "f"}), ("fails", {"not": {"done": "f"}}),
                          ("raises", {"result": "f"})]])
        self.assertEqual([{"message": "fails"}, {"message": "raises"}], ends(events, "violation"))

    def test_the_host_goes_on_after_an_operation_that_raised(self):
        host = [op("exit"), op("get_loop"), op("run", coro="main"), op("close"),
                op("run", coro="main"), op("enter"), op("log", text="t", value=1),
                op("asyncio_run", coro="main")]
        events = play([sleep(1), op("return", value=5)], host=host)
        outside = [(e["at"], e["event"], e.get("text"), e.get("value"))
                   for e in events if e["in"] is None]
        self.assertEqual([
            (0.0, "exit", None, None), (0.0, "get_loop", None, None), (1.0, "run", None, 5),
            (1.0, "close", None, None), (1.0, "run", "Runner is closed", None),
            (1.0, "enter", "Runner is closed", None), (1.0, "log", "t", 1),
            (1.0, "asyncio_run", None, 5)], outside)

    def test_running_inside_the_loop_is_refused_by_the_runner(self):
        events = play({"c": [], "main": [op("run_nested", coro="c")]})
        self.assertEqual("Runner.run() cannot be called from a running event loop",
                         ends(events, "run")[0]["text"])

    @unittest.skipUnless(VERSION >= (3, 12), "eager tasks came with 3.12")
    def test_an_eager_task_counts_as_made_before_the_tasks_it_makes(self):
        wait = {"params": [], "body": [op("new_future", as_="f"), op("try", body=[
            op("await", on="f")], finally_=[log("end")])]}
        outer = [spawn("inner"), *wait["body"]]
        events = play({"inner": wait, "outer": outer, "main": [spawn("outer")]},
                      runner={"eager_tasks": True})
        self.assertEqual(["outer", "inner"], [e["in"] for e in events if e["event"] == "log"])


    def test_a_check_that_fails_is_a_violation_and_the_coroutine_goes_on(self):
        events = play([op("check", that={"==": [1, 2]}, message="one is two"), log("after")])
        self.assertEqual([("violation", "one is two", "main"), ("log", None, "main")],
                         [(e["event"], e.get("message"), e["in"]) for e in events[2:4]])


class Batches(unittest.TestCase):

    def test_a_file_that_cannot_be_read_does_not_end_the_batch(self):
        good = {"format": "countermand-scenario/1", "name": "n", "coroutines": {"main": []}}
        with tempfile.TemporaryDirectory() as folder:
            texts = {"good": json.dumps(good), "bad": "{", "twice": '{"a":1,"a":2}'}
            for name, text in texts.items():
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
            lines = {name: run_scenarios.play_file(os.path.join(folder, name))
                     for name in ("bad", "twice", "missing", "good")}
        self.assertEqual({"bad": 1, "twice": 1, "missing": 1, "good": 5},
                         {name: len(found) for name, found in lines.items()})
        self.assertTrue(all("error" in lines[name][0] for name in ("bad", "twice", "missing")))

    def test_a_line_is_what_json_dumps_writes(self):
        play([])
        lines = run_scenarios.play_text(json.dumps({
            "format": "countermand-scenario/1", "name": "n", "coroutines": {"main": [
                log("é", [1, 1.0, 1e-9])]}}))
        self.assertEqual('{"at": 0.0, "in": "main", "event": "log", "text": "\\u00e9", '
                         '"value": [1, 1.0, 1e-09]}', lines[2])


if __name__ == "__main__":
    unittest.main()
