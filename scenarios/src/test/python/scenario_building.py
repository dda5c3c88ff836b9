"""Writes small scenarios for the tests and looks at their events."""

import json
import sys

import run_scenarios

VERSION = sys.version_info[:2]


def op(name, /, **fields):
    """An operation; Python's keywords take an underscore behind, as in ``as_``."""
    return {"op": name, **{field.rstrip("_"): value for field, value in fields.items()}}


def var(name):
    return {"var": name}


def log(text, value=None):
    return op("log", text=text) if value is None else op("log", text=text, value=value)


def sleep(delay):
    return op("sleep", delay=delay)


def spawn(coro, /, *args, **fields):
    return op("spawn", coro=coro, args=list(args), as_=fields.pop("as_", coro), **fields)


def play(coroutines, **document):
    """Plays a scenario and returns its events as dictionaries.

    :param coroutines: the coroutines, or the body of ``main``.
    """
    run_scenarios.prepare()
    if isinstance(coroutines, list):
        coroutines = {"main": coroutines}
    document = {"format": "countermand-scenario/1", "name": "test", "coroutines": coroutines,
                **document}
    return [json.loads(line) for line in run_scenarios.play_text(json.dumps(document))]


def logs(events):
    """The ``log`` events as pairs of text and value."""
    return [(e["text"], e.get("value")) for e in events if e["event"] == "log"]


def texts(events):
    return [e["text"] for e in events if e["event"] == "log"]


def ends(events, event="end"):
    """What is left of the ends of coroutines, or of host operations, without place and time."""
    return [{key: e[key] for key in e if key not in ("at", "in", "event")}
            for e in events if e["event"] == event]


def ticks(before, body, **document):
    """How many loop iterations pass between the beginning and the end of a body.

    A counting task that never waits for the clock runs first in every iteration. So the body must
    not wait for a time to come.

    :param before: operations that prepare the body, run in a task of their own.
    """
    read = {"op": "set", "var": "began", "value": var("tick")}
    objects = {"tick": {"type": "var", "value": 0}, **document.pop("objects", {})}
    coroutines = {
        "main": [spawn("counter"), spawn("body"), op("await", on="body", as_="passed"),
                 op("cancel", task="counter"), op("return", value=var("passed"))],
        "counter": [op("while", that=True, body=[
            op("set", var="tick", value={"+": [var("tick"), 1]}), sleep(0)])],
        "body": [*before, read, *body,
                 op("return", value={"-": [var("tick"), var("began")]})],
        "child": [], "failing": [op("raise", error="ValueError")],
        "waiting": [op("new_future", as_="f"), op("await", on="f")],
        **document.pop("coroutines", {})}
    events = play(coroutines, objects=objects, **document)
    (outcome,) = ends(events, "run")
    return outcome["value"] if outcome["outcome"] == "returned" else outcome
