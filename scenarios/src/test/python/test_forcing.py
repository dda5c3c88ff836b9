"""What the forced choices do, and what the program for a bug report prints."""

import ast
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import run_scenarios
import standalone
from scenario_building import log, op, sleep, spawn, texts, var


def _document(coroutines, **fields):
    if isinstance(coroutines, list):
        coroutines = {"main": coroutines}
    return json.dumps({"format": "countermand-scenario/1", "name": "test",
                       "coroutines": coroutines, **fields})


def _force(schedule, coroutines, **fields):
    run_scenarios.prepare()
    *events, last = [json.loads(line) for line in run_scenarios.play_text(
        _document(coroutines, **fields), schedule)]
    return events, last


class ChoicesTest(unittest.TestCase):
    def test_a_value_is_chosen_and_the_others_are_not_evaluated(self):
        body = [op("return", value={"choose": [1, {"var": "unbound"}, 3]}),
                op("set", var="unbound", value=2)]
        events, last = _force("0:2", body)
        self.assertEqual(events[-2]["value"], 3)
        self.assertEqual(last["choices"], ["choose:3"])

    def test_choices_within_choices_are_made_when_they_are_reached(self):
        inner = {"choose": ["a", {"choose": ["b", "c", "d"]}]}
        body = [op("return", value={"choose": [inner, "e"]})]
        events, last = _force("1:1,2:2", body)
        self.assertEqual(events[-2]["value"], "d")
        self.assertEqual(last["choices"], ["choose:2", "choose:2", "choose:3"])
        self.assertEqual(_force("0:1", body)[1]["choices"], ["choose:2"])

    def test_timers_due_together_fire_in_the_chosen_order(self):
        child = [sleep(1), log("woke", {"current_task": []})]
        main = [op("spawn", coro="child", name="a", as_="a"),
                op("spawn", coro="child", name="b", as_="b"),
                op("spawn", coro="child", name="c", as_="c"), sleep(2)]
        events, last = _force("0:2,1:1", {"main": main, "child": child})
        woke = [e["value"] for e in events if e.get("text") == "woke"]
        self.assertEqual(woke, ["c", "b", "a"])
        self.assertEqual(last["choices"], ["timer-tie:3", "timer-tie:2"])

    def test_a_task_is_cancelled_where_the_schedule_says(self):
        main = [spawn("child"), op("may_cancel", task="child"), sleep(0), sleep(1)]
        child = [log("began"), sleep(0.5), log("ended")]
        never = _force("fifo", {"main": main, "child": child})
        self.assertEqual(texts(never[0]), ["began", "ended"])
        first = _force("0:1", {"main": main, "child": child})
        self.assertEqual(texts(first[0]), [])
        self.assertEqual(first[1]["choices"], ["cancel:2"])

    def test_without_a_schedule_nobody_is_cancelled_and_no_expression_looked_at(self):
        run_scenarios.prepare()
        main = [spawn("child"), op("may_cancel", task="child", times={"+": [1, "x"]}), sleep(1)]
        lines = run_scenarios.play_text(_document({"main": main, "child": [log("ran")]}))
        self.assertIn("ran", texts([json.loads(line) for line in lines]))

    def test_an_idle_loop_offers_the_cancel_before_it_is_a_deadlock(self):
        main = [op("current_task", as_="me"), op("may_cancel", task="me"),
                op("new_future", as_="f"), op("await", on="f")]
        self.assertEqual(_force("fifo", main)[1]["verdict"][0]["kind"], "deadlock")
        events, last = _force("0:1", main)
        self.assertEqual(events[-2]["outcome"], "cancelled")
        self.assertEqual(last, {"verdict": [], "choices": ["idle-cancel:2"]})


    def test_a_sigint_arrives_where_the_schedule_says(self):
        run_scenarios.prepare()
        text = _document([sleep(0.5), log("ended")])
        lines = run_scenarios.play_text(text, "1:1", 100, True)
        *events, last = [json.loads(line) for line in lines]
        self.assertEqual(events[-2]["error"], "KeyboardInterrupt")
        self.assertEqual(set(last["choices"]), {"interrupt:2"})


class VerdictTest(unittest.TestCase):
    def _kinds(self, main, **fields):
        return [(v["kind"], v["message"]) for v in _force("fifo", main, **fields)[1]["verdict"]]

    def test_checks_properties_and_expectations_are_judged(self):
        self.assertEqual(self._kinds([op("check", that=False, message="no")]), [("check", "no")])
        held = [{"name": "held", "that": False}]
        self.assertEqual(self._kinds([], properties=held), [("property", "held")])
        self.assertEqual(self._kinds([op("raise", error="ValueError")], expect=["returned"]),
                         [("expect", "run raised")])

    def test_a_property_that_must_always_hold_is_looked_at_after_each_step(self):
        always = [{"name": "small", "when": "always", "that": {"<": [var("x"), 1]}}]
        main = [op("set", var="x", value=1), sleep(0), op("set", var="x", value=0)]
        found = self._kinds(main, properties=always, objects={"x": {"type": "var", "value": 0}})
        self.assertEqual(found, [("property", "small")])

    def test_a_cancelled_task_that_goes_on_is_found(self):
        child = [op("try", body=[sleep(1)], except_=[{"error": "CancelledError", "body": []}])]
        main = [spawn("child"), op("must_honour", task="child"), sleep(0),
                op("cancel", task="child"), op("await", on="child")]
        (kind, message), = self._kinds({"main": main, "child": child})
        self.assertEqual((kind, message.split()[1]), ("must-honour", "child"))


class StandaloneTest(unittest.TestCase):
    @unittest.skipIf(sys.platform == "emscripten", "there are no processes")
    def test_the_program_prints_the_same_events_and_fails(self):
        main = [op("log", text="chosen", value={"choose": ["a", "b"]}),
                op("check", that=False, message="wrong")]
        events, _ = _force("0:1", main)
        text = standalone.write(_document(main), ("0:1", 100, False), "A comment\nof two lines")
        self.assertTrue(text.startswith("# A comment\n# of two lines\n"))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "repro.py")
            path.write_text(text, encoding="utf-8")
            ran = subprocess.run([sys.executable, str(path)], capture_output=True, text=True)
        self.assertEqual([json.loads(line) for line in ran.stdout.splitlines()], events)
        self.assertEqual((ran.returncode, ran.stderr), (1, "violated: check wrong\n"))

    def test_no_two_modules_of_the_program_define_the_same_name(self):
        names = []
        for name in standalone._MODULES:
            text = pathlib.Path(standalone.__file__).with_name(f"{name}.py").read_text()
            for node in ast.parse(text).body:
                if isinstance(node, ast.Assign):
                    names += [target.id for target in node.targets]
                elif hasattr(node, "name"):
                    names.append(node.name)
        self.assertGreater(len(names), 50)
        self.assertEqual(sorted(set(names)), sorted(names))


if __name__ == "__main__":
    unittest.main()
