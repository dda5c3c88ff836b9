"""What a step of CPython's asyncio costs with few and with many tasks, and a bare heapq.

    python scaling.py [TASKS ..]

Nanoseconds of processor time per step, the median of five: what `StepCost` prints for the simulated
loop. A sleep is two steps, its timer's and its task's, as there. The clock jumps.
"""

import asyncio
import gc
import heapq
import statistics
import sys
import time

from bench import VirtualLoop

STEPS = 300_000
ROUNDS = 5


def report(tasks, what, rounds):
    print("%9d  %-20s %8.1f" % (tasks, what, statistics.median(rounds)), flush=True)


async def give_up(period):
    while True:
        await asyncio.sleep(0)
        count()


async def sleep(period):
    while True:
        await asyncio.sleep(1 + period)
        count()


TURNS = 0
LIMIT = 0


def count():
    global TURNS
    TURNS += 1
    if TURNS == LIMIT:
        asyncio.get_running_loop().stop()


def play(tasks, body, steps_each):
    """Nanoseconds per loop step, a few times; each turn of a task is that many steps."""
    global TURNS, LIMIT
    loop = VirtualLoop()
    kept = [loop.create_task(body(i / tasks)) for i in range(tasks)]
    turns = max(STEPS, tasks) // steps_each
    rounds = []
    for _ in range(ROUNDS + 1):
        TURNS, LIMIT = 0, turns
        before = time.process_time_ns()
        loop.run_forever()
        rounds.append((time.process_time_ns() - before) / (turns * steps_each))
    loop.set_exception_handler(lambda *_: None)
    del kept
    return rounds[1:]


def heap(tasks):
    """A timer fires and is set again, in a list of tuples."""
    items = [(1 + i / tasks, i, 1 + i / tasks) for i in range(tasks)]
    heapq.heapify(items)
    rounds = []
    for _ in range(ROUNDS):
        before = time.process_time_ns()
        for _ in range(STEPS):
            when, i, period = heapq.heappop(items)
            heapq.heappush(items, (when + period, i, period))
        rounds.append((time.process_time_ns() - before) / STEPS)
    return rounds


def main(sizes):
    gc.freeze()
    gc.disable()
    for tasks in sizes:
        report(tasks, "gives up its turn", play(tasks, give_up, 1))
        report(tasks, "sleeps", play(tasks, sleep, 2))
        report(tasks, "heapq", heap(tasks))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 1_000, 100_000, 1_000_000])
