"""The programs of the benchmarks on CPython's own asyncio, on a clock that jumps.

Prints one JSON object: the version, and for each program the operations per second, the best of
several runs. What each program does is in ``Work.java``. Where making tasks counts, a run does as
much as there; where it does not, it may do less. An argument, a regular expression, picks programs.
Needs CPython 3.11 or later and nothing else.
"""

import asyncio
import gc
import json
import re
import subprocess
import sys
import time
from asyncio import base_events

_RUNS = 5
_TICK = 1 / 512
_PASSES = 100
_PER_PASS = 1000


class _VirtualSelector:
    """Stands where the loop waits for the outside world: jumps to the next timer instead."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("deadlock")
        if timeout > 0:
            # The timer's own time: time() + timeout may differ from it in the last bit.
            self._loop.now = self._loop._scheduled[0]._when
        return []

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    """asyncio's loop on virtual time; nothing of it is replaced but the selector and the clock."""

    def __init__(self):
        self.now = 0.0
        super().__init__()
        self._selector = _VirtualSelector(self)
        self._clock_resolution = 1e-9

    def time(self):
        return self.now

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


async def spin(tasks, turns):
    async def spinner():
        for _ in range(turns):
            await asyncio.sleep(0)

    await asyncio.gather(*[asyncio.create_task(spinner()) for _ in range(tasks)])


def _delays():
    return [(i * _PASSES + p + 1) * _TICK for p in range(_PASSES) for i in range(_PER_PASS)]


async def sleepers():
    await asyncio.gather(*[asyncio.create_task(asyncio.sleep(d)) for d in _delays()])


async def call_later():
    loop = asyncio.get_running_loop()
    fired = []
    for delay in _delays():
        loop.call_later(delay, fired.append, delay)
    await asyncio.sleep(86400)
    assert len(fired) == _PASSES * _PER_PASS


async def sleep_one(times):
    for _ in range(times):
        await asyncio.sleep(1)


async def create_and_cancel(times):
    async def sleeper():
        await asyncio.sleep(1000)

    for _ in range(times):
        task = asyncio.create_task(sleeper())
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass


async def ping_pong(round_trips):
    there, back = asyncio.Queue(), asyncio.Queue()

    async def answerer():
        for _ in range(round_trips):
            await back.put(await there.get())

    task = asyncio.create_task(answerer())
    for i in range(round_trips):
        await there.put(i)
        await back.get()
    await task


class _OldLock:
    """A lock of futures, as in the scenario."""

    def __init__(self):
        self.held = False
        self.waiters = []

    async def acquire(self):
        if not self.held and all(f.cancelled() for f in self.waiters):
            self.held = True
            return
        mine = asyncio.get_running_loop().create_future()
        self.waiters.append(mine)
        try:
            await mine
            self.held = True
        finally:
            self.waiters.remove(mine)

    def release(self):
        self.held = False
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)
                break


async def lock_bug():
    lock = _OldLock()

    async def user():
        await lock.acquire()
        try:
            await asyncio.sleep(1)
        finally:
            lock.release()

    holder = asyncio.create_task(user())
    await asyncio.sleep(0)
    a, b = asyncio.create_task(user()), asyncio.create_task(user())
    await asyncio.gather(holder, a, b, return_exceptions=True)


def run(main):
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(main)


def run_lock_bugs(runs):
    for _ in range(runs):
        run(lock_bug())


PROGRAMS = {
    "spin1": (200_000, lambda: run(spin(1, 200_000))),
    "spin1000": (200_000, lambda: run(spin(1000, 200))),
    "spin100000": (2_000_000, lambda: run(spin(100_000, 20))),
    "sleepers": (_PASSES * _PER_PASS, lambda: run(sleepers())),
    "callLater": (_PASSES * _PER_PASS, lambda: run(call_later())),
    "sleepOne": (50_000, lambda: run(sleep_one(50_000))),
    "createAndCancel": (20_000, lambda: run(create_and_cancel(20_000))),
    "pingPong": (20_000, lambda: run(ping_pong(20_000))),
    "lockBug": (1_000, lambda: run_lock_bugs(1_000)),
}


def rate(operations, program):
    """Operations per second of the best run, garbage collected before each."""
    rates = []
    for _ in range(_RUNS):
        gc.collect()
        start = time.perf_counter()
        program()
        rates.append(operations / (time.perf_counter() - start))
    return max(rates)


def rate_alone(name):
    """The rate of one program in a process of its own, as JMH has it on the other side.

    A program leaves its marks: after 100,000 tasks, asyncio's set of all tasks has a table of that
    size for good, and closing a Runner looks through all of it.
    """
    answer = subprocess.run([sys.executable, __file__, "--alone", name],
                            check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout)


def main():
    if sys.argv[1:2] == ["--alone"]:
        print(json.dumps(rate(*PROGRAMS[sys.argv[2]])))
        return
    only = re.compile(sys.argv[1] if len(sys.argv) > 1 else ".*")
    results = {name: rate_alone(name) for name in PROGRAMS if only.fullmatch(name)}
    version = "%d.%d.%d" % sys.version_info[:3]
    print(json.dumps({"python": version, "results": results}))


if __name__ == "__main__":
    main()
