"""Scenarios whose events follow from what was measured of asyncio, one claim a test."""

import unittest

from scenario_building import (
    VERSION, ends, log, logs, op, play, sleep, spawn, texts, ticks, var)

FROM_312 = VERSION >= (3, 12)
FROM_313 = VERSION >= (3, 13)


def coroutine(name="child"):
    return {"coro": name, "args": []}


class Ticks(unittest.TestCase):
    """How many loop iterations an operation takes."""

    def test_awaiting_a_coroutine_takes_none(self):
        self.assertEqual(0, ticks([], [op("await", on=coroutine())]))

    def test_an_uncontended_lock_takes_none(self):
        self.assertEqual(0, ticks([], [op("with", on="lock", body=[])],
                                  objects={"lock": {"type": "lock"}}))

    def test_sleeping_for_no_time_takes_one(self):
        self.assertEqual(1, ticks([], [sleep(0)]))

    def test_a_task_takes_one_to_start_and_one_to_wake_its_awaiter(self):
        self.assertEqual(2, ticks([], [spawn("child"), op("await", on="child")]))

    def test_gathering_coroutines_takes_three(self):
        gather = {"gather": [coroutine(), coroutine()]}
        self.assertEqual(3, ticks([], [op("await", on=gather)]))

    def test_gathering_done_futures_takes_two_in_311_and_none_since(self):
        done = [op("new_future", as_="f"), op("set_result", future="f", value=1)]
        self.assertEqual(0 if FROM_312 else 2, ticks(done, [op("await", on={"gather": ["f"]})]))

    def test_waiting_for_done_tasks_takes_two(self):
        done = [spawn("child"), op("await", on="child")]
        self.assertEqual(2, ticks(done, [op("wait", on=["child"])]))

    def test_wait_for_of_an_immediate_coroutine_takes_three_in_311_and_none_since(self):
        wait_for = {"wait_for": coroutine(), "timeout": 1}
        self.assertEqual(0 if FROM_312 else 3, ticks([], [op("await", on=wait_for)]))

    def test_wait_for_with_no_time_left_takes_three(self):
        body = [op("try", body=[op("await", on={"wait_for": coroutine(), "timeout": 0})],
                   except_=[{"error": "TimeoutError", "body": []}])]
        self.assertEqual(3, ticks([], body))

    def test_as_completed_of_a_done_task_takes_two(self):
        done = [spawn("child"), op("await", on="child")]
        self.assertEqual(2, ticks(done, [op("as_completed", on=["child"], as_="x", body=[])]))

    def test_a_shield_over_a_done_task_takes_none(self):
        done = [spawn("child"), op("await", on="child")]
        self.assertEqual(0, ticks(done, [op("await", on={"shield": "child"})]))

    def test_a_task_group_ends_two_after_its_last_child(self):
        body = [op("task_group", as_="g", body=[spawn("child", group="g")])]
        self.assertEqual(3, ticks([], body))

    def test_a_failing_child_ends_its_task_group_in_two_and_a_sibling_takes_two_more(self):
        for siblings, expected in ([], 2), ([spawn("waiting", group="g")], 4):
            # The child fails in the iteration in which sleep(0) returns, and before that.
            group = op("task_group", as_="g", body=[
                spawn("failing", group="g"), *siblings, sleep(0),
                op("set", var="began", value=var("tick")), op("await", on={
                    "coro": "waiting", "args": []})])
            body = [op("try", body=[group], except_=[{"error": "ExceptionGroup", "body": []}])]
            self.assertEqual(expected, ticks([], body))

    def test_a_loop_over_a_generator_takes_none(self):
        self.assertEqual(0, ticks([], [op("async_for", gen="g", as_="x", body=[])],
                                  generators={"g": [op("yield", value=1), op("yield", value=2)]}))

    @unittest.skipUnless(FROM_312, "eager tasks came with 3.12")
    def test_an_eager_task_takes_none(self):
        self.assertEqual(0, ticks([], [spawn("child"), op("await", on="child")],
                                  runner={"eager_tasks": True}))


class Time(unittest.TestCase):

    def test_six_timers_due_together_fire_in_the_order_of_the_heap(self):
        body = [op("call_later", delay=1, do=[log(str(n))]) for n in range(6)]
        self.assertEqual(list("025134"), texts(play([*body, sleep(2)])))

    def test_wait_for_ends_with_a_timeout_error_when_its_time_has_come(self):
        events = play([op("await", on={"wait_for": {"sleep": 10}, "timeout": 0.5})])
        self.assertEqual([{"outcome": "raised", "error": "TimeoutError", "text": ""}],
                         ends(events, "run"))
        self.assertEqual(0.5, events[-1]["at"])

    def test_of_two_timeouts_due_together_the_outer_one_raises(self):
        catch = [{"error": "CancelledError", "body": [log("inner"), op("raise")]}]
        inner = op("try", except_=catch, body=[op("timeout", delay=1, body=[sleep(5)])])
        outer = op("try", body=[op("timeout", delay=1, as_="t", body=[inner])],
                   except_=[{"error": "TimeoutError", "body": [log("outer", {"expired": "t"})]}])
        self.assertEqual([("inner", None), ("outer", True)], logs(play([outer])))

    def test_a_job_takes_virtual_time_and_closing_waits_for_jobs_still_running(self):
        events = play([
            op("try", body=[op("timeout", delay=1, body=[
                op("run_in_executor", duration=3, result=7)])],
               except_=[{"error": "TimeoutError", "body": [log("gave up")]}]),
            op("run_in_executor", duration=0.5, result=[1, 2], as_="r"),
            op("return", value=var("r"))])
        self.assertEqual([{"outcome": "returned", "value": [1, 2]}], ends(events, "run"))
        self.assertEqual([1.0, 1.5, 3.0], [e["at"] for e in events[-4:] if e["event"] != "end"])

    def test_an_interrupt_cancels_main_and_becomes_a_keyboard_interrupt(self):
        events = play([sleep(10)], interrupts=[2])
        self.assertEqual([{"outcome": "cancelled", "message": None}], ends(events))
        self.assertEqual([{"outcome": "raised", "error": "KeyboardInterrupt", "text": ""}],
                         ends(events, "run"))
        self.assertEqual("2.0", repr(events[-1]["at"]))

    def test_a_second_interrupt_leaves_the_loop_at_once(self):
        stubborn = op("try", body=[sleep(10)], except_=[{"error": "CancelledError", "body": [
            log("refused"), sleep(10)]}])
        events = play([stubborn], interrupts=[1, 2])
        self.assertEqual(["start", "log", "run", "end", "exit"],
                         [e["event"] for e in events[1:]])
        self.assertEqual("KeyboardInterrupt", ends(events, "run")[0]["error"])


class Cancellation(unittest.TestCase):

    def test_of_two_requests_before_the_start_the_last_message_wins(self):
        events = play({"child": [], "main": [
            spawn("child"), op("cancel", task="child", message="first"),
            op("cancel", task="child", message="second"), op("await", on="child")]})
        self.assertEqual([{"outcome": "cancelled", "message": "second"}], ends(events))

    def test_while_waiting_the_first_message_wins(self):
        events = play({"child": [sleep(1)], "main": [
            spawn("child"), sleep(0), op("cancel", task="child", message="first"),
            op("cancel", task="child", message="second"),
            log("requests", {"cancelling": "child"}), op("await", on="child")]})
        self.assertEqual([("requests", 2)], logs(events))
        self.assertEqual({"outcome": "cancelled", "message": "first"}, ends(events)[0])

    def test_since_313_uncancel_to_zero_also_drops_the_pending_request(self):
        events = play([op("current_task", as_="me"), op("cancel", task="me"),
                       op("uncancel", task="me"), sleep(0)])
        self.assertEqual("returned" if FROM_313 else "cancelled", ends(events, "run")[0]["outcome"])

    def test_a_bare_raise_in_a_called_coroutine_raises_again_what_its_caller_handles(self):
        events = play({"again": [op("raise")], "main": [op("try", body=[
            op("raise", error="KeyError", text="k")],
            except_=[{"error": "KeyError", "body": [op("await", on=coroutine("again"))]}])]})
        self.assertEqual({"outcome": "raised", "error": "KeyError", "text": "'k'"},
                         ends(events)[0])

    def test_errors_in_a_task_group_come_as_a_group_in_order_of_completion(self):
        fail = {"params": ["error"], "body": [op("raise", error="RuntimeError", text="r")]}
        events = play({"fail": fail, "bad": [op("raise", error="ValueError", text="v")],
                       "main": [op("task_group", as_="g", body=[
                           spawn("bad", group="g"), spawn("fail", 1, group="g")])]})
        group = {"type": "ExceptionGroup", "of": ["ValueError", "RuntimeError"],
                 "text": "unhandled errors in a TaskGroup (2 sub-exceptions)"}
        self.assertEqual({"outcome": "raised", "error": group, "text": group["text"]},
                         ends(events, "run")[0])


class Endings(unittest.TestCase):

    def test_waiting_for_nothing_is_a_deadlock_and_closing_still_cancels(self):
        events = play([op("new_future", as_="f"), op("await", on="f")])
        self.assertEqual([{"outcome": "raised", "error": "Deadlock", "text": ""}],
                         ends(events, "run"))
        self.assertEqual([{"outcome": "cancelled", "message": None}], ends(events))
        self.assertEqual([{"outcome": "returned", "value": None}], ends(events, "exit"))

    def test_the_step_after_the_limit_is_a_livelock_also_while_closing(self):
        events = play({"sleeper": [sleep(9)], "main": [
            spawn("sleeper"), op("while", that=True, body=[sleep(0)])]})
        self.assertEqual("Livelock", ends(events, "run")[0]["error"])
        self.assertEqual("Livelock", ends(events, "exit")[0]["error"])

    def test_a_livelock_loses_the_step_it_refused(self):
        events = play([op("while", that=True, body=[sleep(0)])])
        self.assertEqual("Livelock", ends(events, "run")[0]["error"])
        # So nothing is left in the ready queue that could cancel main.
        self.assertEqual("Deadlock", ends(events, "exit")[0]["error"])

    def test_closing_cancels_left_over_tasks_in_order_of_creation(self):
        body = {"params": ["n"], "body": [op("try", body=[sleep(9)], finally_=[
            log("end", var("n"))])]}
        events = play({"c": body, "main": [*[spawn("c", n) for n in range(20)], sleep(0)]})
        self.assertEqual([("end", n) for n in range(20)], logs(events))

    def test_generators_are_closed_in_order_and_their_errors_reported(self):
        generator = {"params": ["n"], "body": [op("try", body=[op("yield", value=var("n"))],
                     finally_=[log("closed", var("n")), op("raise", error="ValueError")])]}
        loop = [op("async_for", gen="g", args=[n], as_="x", body=[op("break")]) for n in (1, 2, 3)]
        events = play(loop, generators={"g": generator})
        self.assertEqual([("closed", n) for n in (1, 2, 3)], logs(events))
        self.assertEqual(["g", "g#2", "g#3"], [e["in"] for e in events if e["event"] == "log"])
        report = {"message": "an error occurred during closing of asynchronous generator",
                  "error": "ValueError"}
        self.assertEqual([report] * 3, ends(events, "handler"))

    def test_an_error_in_a_callback_is_reported_outside_any_coroutine(self):
        events = play([op("call_soon", do=[log("here"), op("raise", error="KeyError", text="k")]),
                       sleep(0)])
        self.assertEqual([{"message": "Exception in callback", "error": "KeyError"}],
                         ends(events, "handler"))
        self.assertEqual([None, None],
                         [e["in"] for e in events if e["event"] in ("log", "handler")])

    def test_done_tasks_complete_in_the_order_given(self):
        body = {"params": ["n"], "body": [op("return", value=var("n"))]}
        tasks = [f"t{n}" for n in range(12)]
        events = play({"c": body, "main": [
            *[spawn("c", n, as_=name) for n, name in enumerate(tasks)], sleep(0),
            op("as_completed", on=tasks, as_="n", body=[log("done", var("n"))])]})
        self.assertEqual([("done", n) for n in range(12)], logs(events))

    def test_a_scenario_that_left_tasks_behind_does_not_touch_the_next_one(self):
        stubborn = op("while", that=True, body=[op("try", body=[sleep(1)], except_=[
            {"error": "BaseException", "body": [log("again")]}])])
        for _ in range(3):
            events = play({"main": [stubborn]}, host=[op("enter"), op("run", coro="main")])
            self.assertEqual("Livelock", ends(events, "run")[0]["error"])
        self.assertEqual(["returned"], [e["outcome"] for e in ends(play([sleep(1)]))])


if __name__ == "__main__":
    unittest.main()
