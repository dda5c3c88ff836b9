"""Plays one scenario: the host's side of the loop, and the names that its Python uses."""

import asyncio
import contextvars
import operator
import signal
import sys

from choices import Choices, Interrupts
from recorder import ABSENT, Recorder, name_of
from virtual_executor import Job
from virtual_loop import Agenda, Deadlock, Livelock, OutOfRange, prefer

STEP_LIMIT = 10_000
# The first asks the main task to end, the second comes while it cleans up.
MOST_INTERRUPTS = 2

# Tasks and generators that a scenario left unfinished. They are never dropped: CPython would throw
# GeneratorExit into them, and their handlers would run outside of any loop, possibly for ever.
_LEFT_OVER = []

_OBJECTS = {
    "lock": lambda d, g: asyncio.Lock(), "event": lambda d, g: asyncio.Event(),
    "condition": lambda d, g: asyncio.Condition(g[d["lock"]] if "lock" in d else None),
    "semaphore": lambda d, g: asyncio.Semaphore(d.get("value", 1)),
    "bounded_semaphore": lambda d, g: asyncio.BoundedSemaphore(d.get("value", 1)),
    "barrier": lambda d, g: asyncio.Barrier(d["parties"]),
    "queue": lambda d, g: asyncio.Queue(d.get("maxsize", 0)),
    "lifo_queue": lambda d, g: asyncio.LifoQueue(d.get("maxsize", 0)),
    "priority_queue": lambda d, g: asyncio.PriorityQueue(d.get("maxsize", 0)),
    "var": lambda d, g: d.get("value")}


class _Variables(dict):
    """The variables of one invocation."""

    def __missing__(self, name):
        raise UnboundLocalError(f"cannot access local variable {name!r} where it is not "
                                "associated with a value")


class _Objects(dict):
    """The shared objects, each made when it is first used."""

    def __init__(self, definitions):
        super().__init__()
        self._definitions = definitions

    def __missing__(self, name):
        definition = self._definitions[name]
        if definition["type"] == "contextvar":
            default = {"default": definition["default"]} if "default" in definition else {}
            made = contextvars.ContextVar(name, **default)
        else:
            made = _OBJECTS[definition["type"]](definition, self)
        self[name] = made
        return made


class Play:
    """One playing of a scenario on real asyncio.

    :param program: the scenario's Python, and what its host does with it.
    :param departures: the answers to what asyncio leaves open that are not CPython's, by their
        number; None is a playing in which no task is cancelled from outside either.
    :param step_limit: how many loop steps may run.
    :param is_interrupted: whether SIGINTs may arrive between any two steps.
    """

    def __init__(self, program, departures=None, step_limit=STEP_LIMIT, is_interrupted=False):
        self._program = program
        self.eager_tasks = self._program.eager_tasks
        self.choices = Choices(departures or ())
        self.sigints = Interrupts(
            self.choices, MOST_INTERRUPTS if is_interrupted else 0, _interrupt)
        self._is_forced = departures is not None
        self._step_limit = step_limit
        self._violations = []
        self._broken = set()
        self._honouring = []
        self.loop = None
        self.tasks = []
        self.interrupts = Agenda()
        for when in self._program.interrupts:
            self.interrupts.add(when, _interrupt)
        self._recorder = Recorder(self._time)
        self._generators = []
        self._invocations = {}
        self._steps = 0
        self._runner = asyncio.Runner(debug=self._program.debug)
        self._namespace = self._program.load(self._names())
        self._always = [held for held in self._program.properties if held.always]

    def run(self):
        """Plays the scenario and returns the lines of its events."""
        prefer(self)
        asyncio._set_running_loop(None)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            for step in self._program.host:
                self._host_step(step)
            self._check_at_end()
        finally:
            self._leave()
        return self._recorder.take()

    def count_step(self):
        """Counts one loop step.

        :raises Livelock: when there have been more than the step limit.
        """
        if self._steps >= self._step_limit:
            raise Livelock()
        self._steps += 1

    def _time(self):
        """The time of the loop that runs, ran last, or was created last."""
        return 0.0 if self.loop is None else self.loop.time()

    def report(self, loop, context):
        """The exception handler of every loop."""
        self._recorder.handler(self._running_label(), context)

    def _names(self):
        """What the Python of the scenario finds under its names."""
        return {
            "asyncio": asyncio, "_g": _Objects(self._program.objects), "_Variables": _Variables,
            "_runner": self._runner, "_absent": ABSENT, "_job": Job, "_interrupt": _interrupt,
            "_log": self._recorder.log, "_violation": self._check_failed,
            "_choose": lambda bound: self.choices.choose("choose", bound),
            "_may_cancel": self._may_cancel, "_must_honour": self._must_honour,
            "_coroutine": self._coroutine, "_generator": self._generator,
            "_sorted_names": lambda tasks: sorted(name_of(task) for task in tasks),
            "_task_name_or_none": lambda task: None if task is None else task.get_name(),
            "_type_name_or_none": lambda e: None if e is None else type(e).__name__}

    def _label(self, name):
        number = self._invocations[name] = self._invocations.get(name, 0) + 1
        return name if number == 1 else f"{name}#{number}"

    def _coroutine(self, name, body, variables):
        label = self._label(name)
        coroutine = self._invoke(label, body, variables)
        # The loop names a task after its coroutine.
        coroutine.__name__ = label
        return coroutine

    async def _invoke(self, label, body, variables):
        # The body is a coroutine of its own, so that its end is reported after all its ``finally``
        # blocks. Awaiting it directly adds no loop iteration.
        self._recorder.start(label)
        try:
            value = await body(label, variables)
        except BaseException as error:
            self._recorder.failed(label, "end", error)
            raise
        self._recorder.returned(label, "end", value)
        return value

    def _generator(self, name, body, variables):
        generator = body(self._label(name), variables)
        self._generators.append(generator)
        return generator

    def _running_label(self):
        # The innermost function of the scenario on the stack knows its label: that of a ``do`` is
        # None, and a function has its caller's.
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_globals is self._namespace and "_l" in frame.f_locals:
                return frame.f_locals["_l"]
            frame = frame.f_back
        return None

    def _host_step(self, step):
        try:
            value = self._do(step)
        except OutOfRange:
            raise
        except BaseException as error:
            self._recorder.failed(None, step.name, error)
            self._judge(step, error)
        else:
            if step.name != "log":
                self._recorder.returned(None, step.name, value)
                self._expect(step, "returned")

    def _judge(self, step, error):
        if isinstance(error, Deadlock):
            self._violate("deadlock", "")
        elif isinstance(error, Livelock):
            self._violate("livelock", "")
        else:
            cancelled = isinstance(error, asyncio.CancelledError)
            self._expect(step, "cancelled" if cancelled else "raised")

    def _expect(self, step, outcome):
        if step.name in ("run", "asyncio_run") and outcome not in self._program.expect:
            self._violate("expect", f"{step.name} {outcome}")

    def _do(self, step):
        value = ABSENT if step.value is None else self._namespace[step.value]()
        match step.name:
            case "enter":
                self._runner.__enter__()
            case "exit":
                self._runner.__exit__(None, None, None)
            case "close":
                self._runner.close()
            case "get_loop":
                self._runner.get_loop()
            case "run":
                return self._runner.run(value)
            case "asyncio_run":
                return asyncio.runners.run(value, debug=self._program.debug)
            case "log":
                self._recorder.log(None, step.text, value)
        return None

    def _check_failed(self, label, message):
        self._recorder.violation(label, message)
        self._violate("check", message)

    def _violate(self, kind, message):
        self._violations.append({"kind": kind, "message": message})

    def _may_cancel(self, task, times, message):
        # Where nothing is forced this is nothing, so an error in its expression is none either.
        if self._is_forced and isinstance(task, asyncio.Task):
            count = 1 if times is None else operator.index(times())
            asyncio.get_running_loop().cancels.allow(task, count, message)

    def _must_honour(self, task):
        if isinstance(task, asyncio.Task):
            self._honouring.append(task)

    def check_always(self):
        """Looks at the properties that must hold after each loop step."""
        for held in self._always:
            if held.name not in self._broken and not self._holds(held):
                self._broken.add(held.name)
                self._property_broken(held)

    def _check_at_end(self):
        for task in self._honouring:
            if task.done() and not task.cancelled() and task.cancelling() > 0:
                self._violate("must-honour",
                              f"task {task.get_name()} was cancelled and ended otherwise")
        for held in self._program.properties:
            if not held.always and not self._holds(held):
                self._property_broken(held)

    def _property_broken(self, held):
        self._recorder.violation(None, held.name)
        self._violate("property", held.name)

    def _holds(self, held):
        try:
            return bool(self._namespace[held.function]())
        except BaseException:
            # The result of a cancelled future raises CancelledError, which is no Exception.
            return False

    def verdict(self):
        """What must not happen and did, in order, each with its kind and a message."""
        return self._violations

    def _leave(self):
        self._recorder.mute()
        asyncio._set_running_loop(None)
        asyncio.set_event_loop(None)
        for task in self.tasks:
            # Otherwise every later all_tasks() would go through all tasks that are left over.
            asyncio._unregister_task(task)
        unfinished = [task for task in self.tasks if not task.done()]
        unfinished += [g for g in self._generators if g.ag_frame is not None]
        if unfinished:
            _LEFT_OVER.append(unfinished)
        # What is left over keeps its loop and its globals, and these all the rest. It never runs
        # again, so it needs none of that.
        self.tasks.clear()
        self._generators.clear()
        self._honouring.clear()
        self._program.unload(self._namespace)
        self._namespace = {}
        self._program = None
        if self.loop is not None:
            self.loop._ready.clear()
            self.loop._scheduled.clear()


def left_over():
    """How many scenarios have left something unfinished."""
    return len(_LEFT_OVER)


def _interrupt():
    # ``signal.raise_signal`` would only set a flag that is looked at somewhere later.
    signal.getsignal(signal.SIGINT)(signal.SIGINT, None)
