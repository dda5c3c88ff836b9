"""What asyncio leaves open, decided from outside: the same questions as the simulated loop asks.

A question has a kind and a number of possible answers; answer 0 is always what CPython does. A
schedule names the questions, by their number, that are answered otherwise. The moments at which a
question is asked are those of the simulated loop, so that its schedules mean the same thing here.
"""

import asyncio
import collections
import inspect
from asyncio import events, runners, taskgroups, tasks

from ordered_sets import OrderedSet

_NANOS = 1e9


class Choices:
    """The questions of one playing and their answers.

    :param departures: the answers that are not 0, by the number of the question.
    """

    def __init__(self, departures=()):
        self._departures = dict(departures)
        self.asked = []

    def choose(self, kind, bound):
        """Answers one question; one with a single possible answer is none."""
        if bound <= 1:
            return 0
        picked = self._departures.get(len(self.asked), 0)
        self.asked.append(f"{kind}:{bound}")
        # An answer that is not there any more: the playing has parted from the recorded one.
        return picked if picked < bound else 0

    def order(self, kind, items):
        """Puts items into an order, by picking the first, then the first of the rest, and so on."""
        rest, ordered = list(items), []
        while rest:
            ordered.append(rest.pop(self.choose(kind, len(rest))))
        return ordered


def parse_schedule(text):
    """The departures of a schedule such as ``12:1,30:2``; ``fifo`` has none.

    :raises ValueError: when it is something else.
    """
    if text == "fifo":
        return {}
    pairs = [departure.split(":") for departure in text.split(",")]
    return {int(number): int(picked) for number, picked in pairs}


class Interrupts:
    """Lets SIGINTs arrive between two loop steps, of all loops of a playing.

    :param most: how many at most.
    :param arrive: lets one arrive.
    """

    def __init__(self, choices, most, arrive):
        self._choices = choices
        self._left = most
        self._arrive = arrive

    def offer(self):
        """A moment between two steps."""
        while self._left > 0 and self._choices.choose("interrupt", 2):
            self._left -= 1
            self._arrive()


class Cancels:
    """Cancels tasks between two loop steps, after the SIGINTs of the same moment.

    :param loop: the loop whose tasks these are.
    """

    def __init__(self, loop, choices, interrupts):
        self._loop = loop
        self._choices = choices
        self._interrupts = interrupts
        self._candidates = []

    def allow(self, task, times, message):
        """From now on this task may be cancelled so many times."""
        if times > 0:
            self._candidates.append([task, times, message])

    def before_select(self):
        """The moment between two iterations, if it differs from that before the next step."""
        idle = not self._loop._ready
        if idle or self._loop.has_due():
            self._interrupts.offer()
            self._offer("idle-cancel" if idle else "cancel")

    def before_step(self):
        """The moment before a handle is taken."""
        self._interrupts.offer()
        self._offer("cancel")

    def _offer(self, kind):
        self._candidates = [c for c in self._candidates if not c[0].done()]
        while picked := self._choices.choose(kind, len(self._candidates) + 1):
            candidate = self._candidates[picked - 1]
            candidate[1] -= 1
            if candidate[1] == 0:
                del self._candidates[picked - 1]
            candidate[0].cancel(msg=candidate[2])


class ReadyQueue(collections.deque):
    """The loop's ready queue, which asks before each step what is to come next."""

    def __init__(self, cancels, choices):
        super().__init__()
        self._cancels = cancels
        self._choices = choices
        self._due = []

    def append(self, handle):
        super().append(handle)
        # Only the loop itself puts timers here: all that are due, after everything else.
        if isinstance(handle, events.TimerHandle):
            self._due.append(handle)

    def popleft(self):
        if self._due:
            self._order_due()
        if is_step(self[0]):
            self._cancels.before_step()
        return super().popleft()

    def _order_due(self):
        due, self._due = self._due, []
        for _ in due:
            self.pop()
        start = 0
        while start < len(due):
            end = start + 1
            while end < len(due) and nanos(due[end]._when) == nanos(due[start]._when):
                end += 1
            self.extend(self._tied(due[start:end]))
            start = end

    def _tied(self, group):
        # A timer that was cancelled keeps its place: nobody can tell where it stands.
        live = iter(self._choices.order("timer-tie", [t for t in group if not t._cancelled]))
        return [timer if timer._cancelled else next(live) for timer in group]


def is_step(handle):
    """Whether running a handle is a step: not what only looks after the job of an executor.

    The future of a job passes its cancellation on to the worker, which the simulated loop needs no
    step for, and no scenario can tell.
    """
    return getattr(handle._callback, "__name__", None) != "_call_check_cancel"


def nanos(seconds):
    """A time in whole nanoseconds, as the simulated loop counts them."""
    return round(seconds * _NANOS)


class AnyOrderSet(OrderedSet):
    """A set of ``as_completed``, in a chosen order."""

    __slots__ = ()

    def __init__(self, items=()):
        items = OrderedSet(items)
        # Something that cannot be awaited is an error whatever the order.
        if all(inspect.isawaitable(item) for item in items):
            choices = asyncio.get_running_loop().choices
            items = choices.order("as-completed-order", items)
        super().__init__(items)


class Generators(OrderedSet):
    """The asynchronous generators of a loop; it iterates over them once, to close them."""

    def __init__(self, choices):
        super().__init__()
        self._choices = choices

    def __iter__(self):
        return iter(self._choices.order("asyncgen-order", super().__iter__()))


def install_order_choices():
    """Makes task groups, ``as_completed`` and ``Runner.close`` ask for their order."""
    tasks._any_order_set = AnyOrderSet
    abort = taskgroups.TaskGroup._abort
    cancel_all_tasks = runners._cancel_all_tasks

    def abort_in_order(group):
        children = group._tasks
        unfinished = [child for child in children if not child.done()]
        group._tasks = OrderedSet(group._loop.choices.order("group-order", unfinished))
        try:
            abort(group)
        finally:
            group._tasks = children

    def cancel_all_in_order(loop):
        in_order_of_creation = tasks.all_tasks

        def all_tasks(loop=None):
            # Only the first question is that of the closing runner.
            tasks.all_tasks = in_order_of_creation
            return OrderedSet(loop.choices.order("close-order", in_order_of_creation(loop)))

        tasks.all_tasks = all_tasks
        try:
            cancel_all_tasks(loop)
        finally:
            tasks.all_tasks = in_order_of_creation

    taskgroups.TaskGroup._abort = abort_in_order
    runners._cancel_all_tasks = cancel_all_in_order
