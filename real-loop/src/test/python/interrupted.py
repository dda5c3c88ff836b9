"""The programs of InterruptedPrograms.java, in Python: run one, named on the command line.

Each prints "ready" where it wants a SIGINT.
"""

import asyncio
import sys
import threading


def say(text):
    print(text, flush=True)


async def in_sleep():
    try:
        say("ready")
        await asyncio.sleep(3600)
    finally:
        say("cleans up")


async def waiting_for_nothing():
    try:
        say("ready")
        await asyncio.Event().wait()
    except asyncio.CancelledError as error:
        say(f"cancelled {error.args}")
        raise


async def while_cleaning_up():
    try:
        say("ready")
        await asyncio.sleep(3600)
    finally:
        say("cleans up")
        say("ready")
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            say("cancelled again")
            raise
        finally:
            say("cleaned up")


async def surviving():
    try:
        say("ready")
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        say("goes on")
    await asyncio.sleep(0.01)
    return "value"


async def uncancelling():
    try:
        say("ready")
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        say(f"uncancelled to {asyncio.current_task().uncancel()}")
        raise


async def with_children():
    async def child(name):
        try:
            await asyncio.sleep(3600)
        finally:
            say(f"{name} ends")

    left = asyncio.create_task(child("left alone"))
    async with asyncio.TaskGroup() as group:
        group.create_task(child("in the group"))
        await asyncio.sleep(0)
        say("ready")
    say(str(left))


async def in_a_job():
    may_end = threading.Event()

    def job():
        may_end.wait(30)
        say("job ends")

    try:
        future = asyncio.get_running_loop().run_in_executor(None, job)
        await asyncio.sleep(0.05)
        say("ready")
        await future
    finally:
        say("cleans up")
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        await asyncio.sleep(0.1)


async def between_steps():
    say("ready")
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        say("cleans up")


async def in_close():
    async def stubborn():
        try:
            await asyncio.sleep(3600)
        finally:
            say("ready")
            await asyncio.sleep(3600)

    asyncio.create_task(stubborn())
    await asyncio.sleep(0)


try:
    say(f"returned {asyncio.run(globals()[sys.argv[1]]())}")
except BaseException as error:
    say(f"raised {type(error).__name__}{error.args}")
