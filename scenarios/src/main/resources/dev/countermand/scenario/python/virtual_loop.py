"""CPython's own event loop on a clock that jumps.

``BaseEventLoop`` stays as it is: its ``_run_once``, its timer heap, its ready queue, and the tasks
and futures of the ``_asyncio`` accelerator. Only the selector is ours. Where a real selector would
sleep, this one moves the clock to the next timer or to the next external event.
"""

import asyncio
import heapq
import itertools
from asyncio import base_events, events

from choices import Cancels, Generators, ReadyQueue, is_step, nanos
from virtual_executor import VirtualExecutor

# From here on ``time() + 1e-9 == time()``, so that a timer would never count as due.
_CLOCK_END = 2.0 ** 24
_CLOCK_RESOLUTION = 1e-9
# asyncio names a task after a counter of the whole process when it is given no name. The
# awaitable of ``agen.aclose()`` is the only thing asyncio itself runs that has no ``__name__``.
_NAMELESS = "aclose"


class Deadlock(BaseException):
    """The loop has nothing to run and nothing to wait for."""


class Livelock(BaseException):
    """The scenario ran more loop steps than the step limit allows."""


class OutOfRange(BaseException):
    """The scenario asks for something that a loop on a virtual clock cannot show."""


class Agenda:
    """External events (worker threads, signals) in order of time, then of submission.

    :param pick: given how many events come together, says which of them is first.
    """

    def __init__(self, pick=lambda together: 0):
        self._pick = pick
        self._entries = []
        self._numbers = itertools.count()

    def add(self, when, deliver):
        heapq.heappush(self._entries, (when, next(self._numbers), deliver))

    def next_time(self):
        """The time of the first event, or None."""
        return self._entries[0][0] if self._entries else None

    def take(self):
        """Removes the first event and returns the function that delivers it."""
        together = [heapq.heappop(self._entries)]
        while self._entries and nanos(self._entries[0][0]) == nanos(together[0][0]):
            together.append(heapq.heappop(self._entries))
        taken = together.pop(self._pick(len(together)))
        for entry in together:
            heapq.heappush(self._entries, entry)
        return taken[2]


class _VirtualSelector:
    """Stands where the loop waits for the outside world."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout):
        loop = self._loop
        loop.cancels.before_select()
        # A cancel may have made something ready.
        if (timeout is None or timeout > 0) and not loop._ready:
            loop.jump()
        # An event is taken off its agenda before it is delivered: a second SIGINT leaves this
        # method by raising KeyboardInterrupt, and must not be delivered again.
        while True:
            agenda = loop.first_agenda()
            if agenda is None or agenda.next_time() > loop.time():
                return []
            agenda.take()()

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    """An asyncio event loop whose time starts at 0 and never waits.

    :param play: the playing of the scenario, which counts loop steps, owns the choices and the
        interrupts, and keeps every task alive.
    """

    def __init__(self, play):
        self._now = 0.0
        super().__init__()
        self._play = play
        self._selector = _VirtualSelector(self)
        self._clock_resolution = _CLOCK_RESOLUTION
        self.choices = play.choices
        self.cancels = Cancels(self, play.choices, play.sigints)
        self._ready = ReadyQueue(self.cancels, play.choices)
        self._asyncgens = Generators(play.choices)
        self._coroutine_numbers = {}
        self._next_number = itertools.count().__next__
        self.jobs = Agenda(lambda together: play.choices.choose("arrival", together))
        self.set_debug(False)
        self.set_exception_handler(play.report)

    def time(self):
        return self._now

    def run_forever(self):
        # A Runner's loop may run again after another loop was created.
        self._play.loop = self
        super().run_forever()

    def jump(self):
        """Moves the clock to the next timer or external event.

        :raises Deadlock: when there is neither.
        """
        times = []
        if self._scheduled:
            # The timer's own time: time() + (when - time()) may differ from it in the last bit.
            times.append(self._scheduled[0]._when)
        agenda = self.first_agenda()
        if agenda is not None:
            times.append(agenda.next_time())
        if not times:
            raise Deadlock()
        target = min(times)
        if not target < _CLOCK_END:
            raise OutOfRange("a virtual time of 2**24 s or more")
        # A scenario may give its times as integers; the time of a loop is always a float.
        self._now = max(self._now, float(target))

    def has_due(self):
        """Whether the next select brings something: a timer or an external event."""
        timer_is_due = (bool(self._scheduled)
                        and self._scheduled[0]._when < self._now + _CLOCK_RESOLUTION)
        agenda = self.first_agenda()
        return timer_is_due or agenda is not None and agenda.next_time() <= self._now

    def first_agenda(self):
        """The agenda whose first event comes first, or None; interrupts win ties."""
        interrupts, jobs = self._play.interrupts.next_time(), self.jobs.next_time()
        if interrupts is not None and (jobs is None or interrupts <= jobs):
            return self._play.interrupts
        return None if jobs is None else self.jobs

    def before_step(self):
        """Counts one loop step.

        :raises Livelock: when the limit is exceeded.
        """
        self._play.count_step()

    def after_step(self):
        """Looks at what must always hold."""
        self._play.check_always()

    def create_task(self, coro, **options):
        # Numbered before the task exists: an eager task creates others in its first step.
        self._coroutine_numbers[id(coro)] = self._next_number()
        if options.get("name") is None:
            options["name"] = getattr(coro, "__name__", _NAMELESS)
        task = super().create_task(coro, **options)
        self._play.tasks.append(task)
        return task

    def number_of_task(self, task):
        # Only unfinished tasks are asked for, so their coroutines are alive and the ids unique.
        return self._coroutine_numbers[id(task.get_coro())]

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None and self._default_executor is None:
            # Made at the first use only, as in CPython: closing a loop takes a different number
            # of iterations with an executor than without.
            self._check_default_executor()
            self._default_executor = VirtualExecutor(self)
        return super().run_in_executor(executor, func, *args)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def number_of_task(task):
    """A task's number in order of creation on its loop."""
    return task.get_loop().number_of_task(task)


def install_step_count():
    """Makes every handle of the process count itself before it runs.

    A handle that was taken out of the ready queue and is refused here leaves the loop at once, as
    the error is raised outside of the ``try`` that ``Handle._run`` has around the callback.
    """
    run = events.Handle._run

    def counted_run(self):
        if is_step(self):
            self._loop.before_step()
        run(self)
        self._loop.after_step()

    events.Handle._run = counted_run


def prefer(play):
    """Makes ``asyncio.Runner`` and ``asyncio.run`` create virtual loops of this playing."""
    def new_event_loop():
        loop = VirtualLoop(play)
        if play.eager_tasks:
            loop.set_task_factory(asyncio.eager_task_factory)
        play.loop = loop
        return loop

    events.new_event_loop = new_event_loop
