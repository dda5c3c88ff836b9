"""What RealLoopBenchmark does, on CPython's asyncio: prints operations per second."""

import asyncio
import platform
import threading
import time

_RUNS = 5
_CALLS = 100_000
_TIMERS = 10_000
_TRIPS = 5_000


def _round_trips(loop):
    for _ in range(_TRIPS):
        answered = threading.Event()
        loop.call_soon_threadsafe(answered.set)
        answered.wait()
    return _TRIPS


def _count_down(total):
    done = threading.Event()
    left = total

    def count():
        nonlocal left
        left -= 1
        if not left:
            done.set()

    return count, done


def _calls(loop):
    count, done = _count_down(_CALLS)
    for _ in range(_CALLS):
        loop.call_soon_threadsafe(count)
    done.wait()
    return _CALLS


def _timers(loop):
    count, done = _count_down(_TIMERS)

    def begin():
        for i in range(_TIMERS):
            loop.call_later(i % 1_000 / 1e9, count)

    loop.call_soon_threadsafe(begin)
    done.wait()
    return _TIMERS


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    print("CPython", platform.python_version())
    for name, program in ("roundTrip", _round_trips), ("calls", _calls), ("timers", _timers):
        rates = []
        for _ in range(_RUNS):
            begin = time.perf_counter()
            operations = program(loop)
            rates.append(operations / (time.perf_counter() - begin))
        print(f"{name:10} {max(rates):12.0f} per second")
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


main()
