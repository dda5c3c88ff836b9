"""Every operation and expression at least once, with what the Python beside it must give."""

import unittest

from expressions import AWAITABLES, EXPRESSIONS
from operations import OPERATIONS
from scenario_building import VERSION, log, logs, op, play, sleep, spawn, var

_OBJECTS = {
    "lock": {"type": "lock"}, "event": {"type": "event"}, "bare": {"type": "condition"},
    "cond": {"type": "condition", "lock": "lock"}, "sem": {"type": "semaphore", "value": 2},
    "bounded": {"type": "bounded_semaphore", "value": 1},
    "barrier": {"type": "barrier", "parties": 2}, "queue": {"type": "queue", "maxsize": 1},
    "lifo": {"type": "lifo_queue"}, "prio": {"type": "priority_queue"},
    "ctx": {"type": "contextvar", "default": "outer"}, "x": {"type": "var", "value": [3, 1]}}


def calls(name, *args):
    return {"coro": name, "args": list(args)}


def eq(a, b):
    return {"==": [a, b]}


def caught(error, *body):
    """Runs operations that must raise an error, and logs its text."""
    return op("try", body=list(body), except_=[
        {"error": error, "as": "e", "body": [
            log("caught", {"list": [{"error_name": "e"}, {"error_text": "e"}]})]}],
        else_=[log("not raised")])


def main(*body, **coroutines):
    return {"main": list(body), **coroutines}


# The claim, its coroutines, the logs it must give.
CASES = [
    ("lists are changed in place", main(
        op("append", list="x", value=2), op("insert", list="x", index=0, value=9),
        op("remove", list="x", value=1), op("pop", list="x", as_="first"),
        op("pop", list="x", index=-1, as_="last"),
        op("check", that=eq(var("x"), [3]), message="x is [3]"),
        log("all", {"list": [var("first"), var("last"), var("x"), {"len": var("x")},
                             {"at": [var("x"), 0]}, {"in": [3, var("x")]}]})),
     [("all", [9, 2, [3], 1, 3, True])]),
    ("arithmetic and logic are Python's", main(
        log("all", {"list": [{"+": [1, 2]}, {"-": [1, 2]}, {"*": ["ab", 2]}, {"!=": [1, 1.0]},
                             {"<": [1, 2]}, {"<=": [2, 2]}, {">": [1, 2]}, {">=": [1, 2]},
                             {"and": [0, 1]},
                             {"or": [0, "b"]}, {"not": []}, {"choose": [7, 8]},
                             eq([1, [2]], {"list": [1, [2]]})]})),
     [("all", [3, -1, "abab", False, True, True, False, False, 0, "b", True, 7, True])]),
    ("loops break and continue", main(
        op("repeat", times=5, index="i", body=[
            op("if", that=eq(var("i"), 1), then=[op("continue")],
               else_=[op("if", that=eq(var("i"), 3), then=[op("break")])]),
            log("i", var("i"))]),
        op("set", var="n", value=2),
        op("while", that={">": [var("n"), 0]}, body=[
            op("set", var="n", value={"-": [var("n"), 1]}), log("n", var("n"))])),
     [("i", 0), ("i", 2), ("n", 1), ("n", 0)]),
    ("finally runs last and its return wins", main(
        op("await", on=calls("c"), as_="r"), log("r", var("r")),
        c=[op("try", body=[op("raise", error="KeyError")], except_=[], finally_=[
            op("return", value="kept")])]),
     [("r", "kept")]),
    ("what the explorer may do is nothing here", main(
        spawn("c"), op("may_cancel", task="c", times=2, message="m"),
        op("must_honour", task="c"), op("await", on="c"), c=[]),
     []),
    ("futures carry results, errors and cancellations", main(
        op("new_future", as_="f"), op("new_future", as_="g"), op("new_future", as_="h"),
        op("set_result", future="f", value=1),
        op("set_exception", future="g", error="ValueError", text="v"), op("cancel", task="h"),
        log("f", {"list": [{"done": "f"}, {"result": "f"}, {"exception": "f"}]}),
        log("g", {"list": [{"exception": "g"}, {"cancelled": "g"}, {"cancelled": "h"}]}),
        caught("ValueError", op("await", on="g")), caught("CancelledError", op("await", on="h")),
        caught("InvalidStateError", op("set_result", future="f", value=2))),
     [("f", [True, 1, None]), ("g", ["ValueError", False, True]),
      ("caught", ["ValueError", "v"]), ("caught", ["CancelledError", ""]),
      ("caught", ["InvalidStateError", "invalid state"])]),
    ("tasks know their names and requests", main(
        op("current_task", as_="me"), op("set_name", task="me", name="renamed"),
        op("cancel", task="me", as_="accepted"), op("uncancel", task="me", as_="left"),
        caught("CancelledError", op("new_future", as_="f"), op("cancel", task="f"),
               op("await", on="f")),
        spawn("c"),
        log("all", {"list": [{"task_name": "me"}, {"current_task": []}, {"all_tasks": []},
                             {"cancelling": "me"}, var("accepted"), var("left")]}), c=[]),
     [("caught", ["CancelledError", ""]),
      ("all", ["renamed", "renamed", ["c", "renamed"], 0, True, 0])]),
    ("every awaitable gives its result", main(
        op("await", on={"gather": [{"sleep": 0.5, "result": 1}, {"shield": calls("c", 2)},
                                   {"wait_for": calls("c", 3), "timeout": 5}, calls("c", 4)],
                        "return_exceptions": False}, as_="r"),
        op("sleep", delay=0, result=5, as_="s"), log("r", {"list": [var("r"), var("s")]}),
        c={"params": ["n"], "body": [op("return", value=var("n"))]}),
     [("r", [[1, 2, 3, 4], 5])]),
    ("wait gives sorted names of both kinds", main(
        spawn("c", 0.25, as_="a"), spawn("c", 9, as_="b"), spawn("c", 8, as_="d"),
        op("wait", on=["b", "d", "a"], timeout=3, return_when="FIRST_COMPLETED", done="done",
           pending="pending"),
        log("both", {"list": [var("done"), var("pending"), {"time": []}]}),
        c={"params": ["n"], "body": [op("sleep", delay=var("n"))]}),
     [("both", [["c"], ["c#2", "c#3"], 0.25])]),
    ("as_completed gives results in order of completion and then its timeout", main(
        caught("TimeoutError", op("as_completed", timeout=3, as_="n", body=[log("n", var("n"))],
                                  on=[{"sleep": 2, "result": 2}, {"sleep": 1, "result": 1},
                                      {"sleep": 9}]))),
     [("n", 1), ("n", 2), ("caught", ["TimeoutError", ""])]),
    ("timeouts expire, move and say when", main(
        caught("TimeoutError", op("timeout", delay=1, as_="t", body=[
            op("reschedule", timeout="t", when=2), log("when", {"timeout_when": "t"}), sleep(9)])),
        op("timeout", delay=None, as_="u", body=[]),
        caught("TimeoutError", op("timeout_at", when=3, as_="v", body=[sleep(9)])),
        log("all", {"list": [{"expired": "t"}, {"expired": "u"}, {"timeout_when": "u"},
                             {"time": []}]})),
     [("when", 2), ("caught", ["TimeoutError", ""]), ("caught", ["TimeoutError", ""]),
      ("all", [True, False, None, 3.0])]),
    ("locks and semaphores", main(
        op("acquire", on="lock", as_="got"),
        log("lock", {"list": [var("got"), {"locked": "lock"}]}),
        op("release", on="lock"), caught("RuntimeError", op("release", on="lock")),
        op("with", on="sem", body=[op("acquire", on="sem"), log("sem", {"locked": "sem"}),
                                   op("release", on="sem")]),
        caught("ValueError", op("release", on="bounded"))),
     [("lock", [True, True]), ("caught", ["RuntimeError", "Lock is not acquired."]),
      ("sem", True), ("caught", ["ValueError", "BoundedSemaphore released too many times"])]),
    ("events", main(
        spawn("c"), sleep(0), op("event_set", on="event"), log("set", {"is_set": "event"}),
        op("event_clear", on="event"), op("await", on="c"), log("set", {"is_set": "event"}),
        c=[op("event_wait", on="event"), log("woken")]),
     [("set", True), ("woken", None), ("set", False)]),
    ("conditions", main(
        spawn("c", "a"), spawn("c", "b"), spawn("until"), sleep(0), sleep(0),
        op("with", on="cond", body=[op("cond_notify", on="cond", n=1)]), sleep(0), sleep(0),
        sleep(0), op("set", var="x", value=5),
        op("with", on="cond", body=[op("cond_notify_all", on="cond")]), op("await", on="until"),
        caught("RuntimeError", op("cond_notify", on="bare")),
        c={"params": ["n"], "body": [op("with", on="cond", body=[
            op("cond_wait", on="cond"), log("woken", var("n"))])]},
        until=[op("with", on="cond", body=[op("cond_wait_for", on="cond", that=eq(var("x"), 5)),
                                           log("five")])]),
     [("woken", "a"), ("woken", "b"), ("five", None),
      ("caught", ["RuntimeError", "cannot notify on un-acquired lock"])]),
    ("barriers", main(
        spawn("c"), sleep(0), log("waiting", {"n_waiting": "barrier"}),
        op("barrier_wait", on="barrier", as_="i"), log("i", var("i")), op("await", on="c"),
        spawn("c"), sleep(0), op("barrier_reset", on="barrier"), sleep(0),
        op("barrier_abort", on="barrier"),
        caught("BrokenBarrierError", op("barrier_wait", on="barrier")),
        c=[op("try", body=[op("barrier_wait", on="barrier"), log("passed")],
              except_=[{"error": "BrokenBarrierError", "body": [log("broken")]}])]),
     [("waiting", 1), ("i", 1), ("passed", None), ("broken", None),
      ("caught", ["BrokenBarrierError", "Barrier aborted"])]),
    ("queues", main(
        op("put", queue="queue", value=1), caught("QueueFull", op(
            "put_nowait", queue="queue", value=2)),
        log("size", {"qsize": "queue"}), op("get", queue="queue", as_="a"),
        caught("QueueEmpty", op("get_nowait", queue="queue", as_="b")),
        op("task_done", queue="queue"), op("join", queue="queue"),
        *[op("put_nowait", queue=q, value=n) for q in ("lifo", "prio") for n in (2, 3, 1)],
        op("get_nowait", queue="lifo", as_="b"), op("get_nowait", queue="prio", as_="c"),
        log("got", {"list": [var("a"), var("b"), {"qsize": "prio"}]})),
     [("caught", ["QueueFull", ""]), ("size", 1), ("caught", ["QueueEmpty", ""]),
      ("got", [1, 1, 2])]),
    ("callbacks share the variables of their place", main(
        op("set", var="n", value=0), op("new_future", as_="f"),
        op("call_soon", do=[op("set", var="n", value={"+": [var("n"), 1]}), log("soon", var("n"))]),
        op("call_at", when=2, do=[log("at", var("n")), op("return")]),
        op("call_later", delay=1, as_="h", do=[log("never")]),
        op("add_done_callback", on="f", do=[log("done", {"result": "f"})]),
        op("set_result", future="f", value="r"), op("cancel_handle", handle="h"), sleep(3),
        log("n", var("n"))),
     [("soon", 1), ("done", "r"), ("at", 1), ("n", 1)]),
    ("generators keep their place, and end when they are closed", main(
        op("agen", gen="g", args=[3], as_="g"), op("anext", on="g", as_="a"), log("a", var("a")),
        op("async_for", on="g", as_="b", body=[log("b", var("b")), op("break")]),
        op("aclose", on="g"), caught("StopAsyncIteration", op("anext", on="g")),
        op("async_for", gen="g", args=[1], as_="b", body=[log("b", var("b"))])),
     [("a", 0), ("b", 1), ("closed", None), ("caught", ["StopAsyncIteration", ""]), ("b", 0),
      ("closed", None)]),
    ("jobs raise what they are told to", main(
        caught("ValueError", op("run_in_executor", duration=1, error="ValueError", text="job")),
        log("time", {"time": []})),
     [("caught", ["ValueError", "job"]), ("time", 1.0)]),
    ("context variables belong to their task", main(
        op("set_context", contextvar="ctx", value="inner", as_="token"), spawn("c"),
        op("await", on="c"), log("main", {"context": "ctx"}),
        op("reset_context", contextvar="ctx", token="token"), log("reset", {"context": "ctx"}),
        c=[log("c", {"context": "ctx"}), op("set_context", contextvar="ctx", value="c")]),
     [("c", "inner"), ("main", "inner"), ("reset", "outer")]),
    ("functions return values", main(
        op("call", function="f", args=[2], as_="r"), log("r", var("r"))), [("r", 4)]),
    ("an interrupt cancels main in place", main(
        op("interrupt"), caught("CancelledError", sleep(0)),
        caught("KeyboardInterrupt", op("interrupt"))),
     [("caught", ["CancelledError", ""]), ("caught", ["KeyboardInterrupt", ""])]),
    ("stop ends the loop early, and closing cancels what is left", main(
        caught("RuntimeError", op("run_nested", coro="c")),
        op("try", body=[op("stop"), sleep(1)], finally_=[log("left")]), c=[]),
     [("caught", ["RuntimeError", "Runner.run() cannot be called from a running event loop"]),
      ("left", None)]),
    ("a task group makes and awaits tasks", main(
        op("task_group", as_="g", body=[spawn("c", group="g", as_="t", name="mine")]),
        log("t", {"list": [{"task_name": "t"}, {"result": "t"}]}), c=[op("return", value=1)]),
     [("t", ["mine", 1])]),
]

CASES_313 = [
    ("a queue that is shut down ends its getters", main(
        op("put_nowait", queue="queue", value=1), op("queue_shutdown", queue="queue"),
        op("get", queue="queue", as_="a"),
        caught("QueueShutDown", op("get", queue="queue", as_="a")),
        op("queue_shutdown", queue="queue", immediate=True)),
     [("caught", ["QueueShutDown", ""])])]

CASES_314 = [
    ("an eager start runs the first step at once", main(
        spawn("c", eager_start=True), log("after"), c=[log("c", {"current_task": []})]),
     [("c", "c"), ("after", None)])]

_GENERATOR = {"params": ["n"], "body": [op("try", body=[
    op("repeat", times=var("n"), index="i", body=[op("yield", value=var("i"))])],
    finally_=[log("closed")])]}
_FUNCTION = {"params": ["n"], "body": [op("return", value={"*": [var("n"), 2]})]}


def _names(node, found):
    """Collects the operations, expressions and awaitables that a case uses."""
    if isinstance(node, dict):
        found.update([node["op"]] if "op" in node else node)
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, (dict, list)):
            _names(inner, found)
    return found


class EveryOperation(unittest.TestCase):

    def check(self, cases):
        for claim, coroutines, expected in cases:
            with self.subTest(claim):
                events = play(coroutines, objects=_OBJECTS, generators={"g": _GENERATOR},
                              functions={"f": _FUNCTION})
                self.assertEqual(expected, logs(events), events)

    def test_gives_what_the_python_beside_it_gives(self):
        self.check(CASES)

    @unittest.skipUnless(VERSION >= (3, 13), "needs 3.13")
    def test_of_313_gives_what_the_python_beside_it_gives(self):
        self.check(CASES_313)

    @unittest.skipUnless(VERSION >= (3, 14), "needs 3.14")
    def test_of_314_gives_what_the_python_beside_it_gives(self):
        self.check(CASES_314)

    def test_is_tried_here(self):
        cases = [case[1] for case in CASES + CASES_313 + CASES_314]
        used = _names([*cases, _GENERATOR, _FUNCTION], set())
        for table in (OPERATIONS, EXPRESSIONS, AWAITABLES):
            self.assertEqual(set(), set(table) - used)


if __name__ == "__main__":
    unittest.main()
