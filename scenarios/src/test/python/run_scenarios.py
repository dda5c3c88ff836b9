"""Plays scenarios on real asyncio and prints their events as JSON Lines.

    python run_scenarios.py FILE..        the events of each file
    python run_scenarios.py --batch       file names on standard input, one a line; before the
                                          events of each a line {"scenario": its base name}
    python run_scenarios.py --python FILE.. the Python that each file is translated into
    python run_scenarios.py --self-test   the tests of the interpreter itself

A scenario that cannot be played prints a line {"error": ".."} in place of its events.
"""

import asyncio
import functools
import gc
import json
import logging
import os
import sys
import unittest
import warnings

import document
import ordered_sets
import player
import virtual_executor
import virtual_loop
from program import Program

_frozen_left_over = 0


@functools.cache
def prepare():
    """Sets this process up for playing scenarios; once, however often it is called."""
    if sys.platform == "emscripten":
        # Pyodide installs an event loop, a policy and an asyncio.run of its own.
        asyncio._set_running_loop(None)
        asyncio.events._set_event_loop_policy(None)
        asyncio.run = asyncio.runners.run
    warnings.simplefilter("ignore")
    logging.getLogger("asyncio").disabled = True
    sys.unraisablehook = lambda _: None
    ordered_sets.install(virtual_loop.number_of_task)
    virtual_loop.install_step_count()
    virtual_executor.install()
    # The collector would run finalisers in the middle of a scenario.
    gc.disable()
    gc.collect()
    gc.freeze()


def play_text(text):
    """Plays a scenario given as JSON text; returns the lines to print."""
    try:
        return player.Play(document.read(text)).run()
    except (document.ScenarioError, virtual_loop.OutOfRange) as error:
        return [json.dumps({"error": str(error)})]
    except Exception as error:
        # A defect of the interpreter must not end a batch of thousands.
        return [json.dumps({"error": f"internal: {type(error).__name__}: {error}"})]


def play_file(path):
    """Plays a file; returns the lines to print."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        return [json.dumps({"error": error.strerror})]
    except UnicodeDecodeError as error:
        return [json.dumps({"error": f"no UTF-8: {error}"})]
    lines = play_text(text)
    _collect()
    return lines


def _collect():
    """Frees what the scenario used; what must stay for ever is not looked at again."""
    global _frozen_left_over
    gc.collect()
    if player.left_over() > _frozen_left_over:
        _frozen_left_over = player.left_over()
        gc.freeze()


def _print(lines):
    if lines:
        sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _batch(read_line):
    for line in iter(read_line, ""):
        path = line.rstrip("\r\n")
        if path:
            _print([json.dumps({"scenario": os.path.basename(path)}), *play_file(path)])
    return 0


def _self_test():
    tests = unittest.defaultTestLoader.loadTestsFromNames(
        ["test_interpreter", "test_operations", "test_reading"])
    return 0 if unittest.TextTestRunner(sys.stdout).run(tests).wasSuccessful() else 1


def main(arguments, read_line=sys.stdin.readline):
    """Runs the command line.

    :param read_line: gives the next line of standard input, and "" at its end.
    :returns: the exit code: 1 when a named file could not be played.
    """
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    if arguments == ["--self-test"]:
        return _self_test()
    prepare()
    if arguments == ["--batch"]:
        return _batch(read_line)
    if arguments[0] == "--python":
        for path in arguments[1:]:
            with open(path, encoding="utf-8") as file:
                print(Program(document.read(file.read())).source)
        return 0
    failed = False
    for path in arguments:
        lines = play_file(path)
        failed = failed or any(line.startswith('{"error"') for line in lines)
        _print(lines)
    return 1 if failed else 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # Ending in the usual way would finalise the tasks and generators that scenarios left
    # unfinished, and run their handlers.
    os._exit(code)
