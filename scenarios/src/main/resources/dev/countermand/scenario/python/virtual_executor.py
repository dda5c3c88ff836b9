"""The default executor, with jobs that take virtual time instead of threads.

``run_in_executor``, ``wrap_future`` and ``shutdown_default_executor`` stay CPython's. A job is
an external event: when its time has come, the selector completes its
``concurrent.futures.Future``, just where the wake-up of a real worker thread would arrive.
"""

import concurrent.futures
import threading
import types
from asyncio import base_events


class Job:
    """What a worker would run: it takes ``duration`` seconds, then returns or raises."""

    def __init__(self, duration, result, error):
        self.duration = duration
        self._result = result
        self._error = error

    def __call__(self):
        if self._error is not None:
            raise self._error
        return self._result


class VirtualExecutor:
    """A ThreadPoolExecutor with as many workers as there are jobs."""

    def __init__(self, loop):
        self._loop = loop
        self._end_of_last_job = 0.0

    def submit(self, job):
        future = concurrent.futures.Future()
        # A worker takes the job at once, so the job cannot be cancelled any more.
        future.set_running_or_notify_cancel()
        end = self._loop.time() + max(0, job.duration)
        self._end_of_last_job = max(self._end_of_last_job, end)
        self._loop.jobs.add(end, lambda: _finish(future, job))
        return future

    def end_of_work(self):
        """When ``shutdown(wait=True)`` returns: the end of the last job, or now."""
        return max(self._end_of_last_job, self._loop.time())

    def shutdown(self, wait=True, *, cancel_futures=False):
        # All waiting is in VirtualThread, which calls this when the last job has ended.
        pass


def _finish(future, job):
    try:
        result = job()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


class VirtualThread:
    """The thread in which ``shutdown_default_executor`` waits for the executor.

    Its target is the loop's ``_do_shutdown``; it ends when the executor's last job has ended.
    """

    def __init__(self, target, args):
        self._loop = target.__self__
        self._run = lambda: target(*args)
        self._alive = False

    def start(self):
        self._alive = True
        self._loop.jobs.add(self._loop._default_executor.end_of_work(), self._end)

    def _end(self):
        self._alive = False
        self._run()

    def is_alive(self):
        return self._alive

    def join(self, timeout=None):
        # asyncio joins the thread after its end was reported: there is nothing left to wait for.
        pass


def install_virtual_threads():
    """Gives ``asyncio.base_events`` the stand-in for threads, once for the whole process."""
    base_events.threading = types.SimpleNamespace(
        Thread=VirtualThread, get_ident=threading.get_ident)
