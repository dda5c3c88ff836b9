"""Record what CPython's own event loop does with its timers.

Every line of the output is one sequence of operations on a real asyncio.BaseEventLoop, run on
virtual time, and what came of it. TimerQueueReplayTest replays the file on TimerQueue. Write it
anew with

    python3 record_timer_queue.py > ../resources/dev/countermand/clock/timer-queue.txt

Nothing here knows how the loop orders its timers: the operations go through call_at(),
TimerHandle.cancel() and _run_once(), and the results are read from the loop's own fields.

A line holds words:

    +D          call_at(D); the timers are numbered from 0 in this order
    -I          cancel timer I
    @T=A:B:C    one loop iteration at time T. A: timers left after cancelled ones were dropped,
                their cancelled count and the number of the first one ("" if none), separated by
                commas. B: the timers moved to the ready queue, cancelled ones included. C: timers
                and cancelled count left after that.
"""

import asyncio
import collections
import random


class RecordingReady(collections.deque):
    """The ready queue of a loop; remembers what was appended since `appended` was last cleared."""

    def __init__(self):
        super().__init__()
        self.appended = []

    def append(self, handle):
        self.appended.append(handle)
        super().append(handle)


class Selector:
    """Stands where the loop waits for events: between dropping timers and moving the due ones."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        loop = self.loop
        loop.dropped = (
            len(loop._scheduled),
            loop._timer_cancelled_count,
            loop.numbers[id(loop._scheduled[0])] if loop._scheduled else "",
        )
        loop.now = loop.target
        return []


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        self.now = self.target = 0
        super().__init__()
        self.numbers = {}  # by id(handle): a handle has slots, and every one is kept alive
        self._ready = RecordingReady()
        self._selector = Selector(self)

    def time(self):
        return float(self.now)

    def _process_events(self, event_list):
        pass


class Recorder:
    def __init__(self):
        self.loop = Loop()
        self.handles = []
        self.words = []

    def push(self, deadline):
        handle = self.loop.call_at(float(deadline), int)
        self.loop.numbers[id(handle)] = len(self.handles)
        self.handles.append(handle)
        self.words.append(f"+{deadline}")

    def cancel(self, number):
        self.handles[number].cancel()
        self.words.append(f"-{number}")

    def run(self, time):
        loop = self.loop
        loop.target = time
        loop._ready.appended.clear()
        loop._run_once()
        dropped = ",".join(map(str, loop.dropped))
        moved = ",".join(str(loop.numbers[id(handle)]) for handle in loop._ready.appended)
        left = f"{len(loop._scheduled)},{loop._timer_cancelled_count}"
        self.words.append(f"@{time}={dropped}:{moved}:{left}")


def mixed(choose, length, deadlines, cancelling):
    """Operations in any order; few distinct deadlines, so that ties are frequent."""
    recorder = Recorder()
    for _ in range(length):
        kind = choose.random()
        now = recorder.loop.now
        if recorder.handles and kind < cancelling:
            recorder.cancel(choose.randrange(len(recorder.handles)))
        elif kind < 0.85:
            recorder.push(now + choose.randrange(deadlines))
        else:
            recorder.run(now + choose.randrange(3))
    recorder.run(recorder.loop.now + deadlines)
    return recorder


def crowd(choose, size, part, deadlines):
    """A crowd of timers of which about the given part is cancelled: near and past a rebuild."""
    recorder = Recorder()
    for _ in range(size):
        recorder.push(1 + choose.randrange(deadlines))
    for number in choose.sample(range(size), int(size * part)):
        recorder.cancel(number)
    recorder.run(0)
    for _ in range(8):
        recorder.push(1 + choose.randrange(deadlines))
    for time in range(1, deadlines + 1):
        recorder.run(time)
    return recorder


def main():
    choose = random.Random(3)
    lines = []
    for _ in range(240):
        length = choose.randrange(5, 80)
        deadlines = choose.choice((1, 2, 5, 40))
        lines.append(mixed(choose, length, deadlines, choose.choice((0, 0.2, 0.4))))
    for _ in range(30):
        lines.append(mixed(choose, 400, choose.choice((30, 200)), 0.35))
    for part in (0.4, 0.49, 0.5, 0.51, 0.6, 0.9, 1):
        for size in (99, 100, 101, 102, 160):
            lines.append(crowd(choose, size, part, choose.choice((1, 3, 12))))
    print("# Recorded from CPython by record_timer_queue.py, which explains the format.")
    for recorder in lines:
        print(*recorder.words)
        recorder.loop.close()


main()
