"""Plays scenarios on real asyncio and prints their events as JSON Lines.

    python run_scenarios.py FILE..        the events of each file
    python run_scenarios.py --batch       file names on standard input, one a line; before the
                                          events of each a line {"scenario": its base name}
    python run_scenarios.py --forced SCHEDULE STEP_LIMIT FILE
                                          the events with these choices, such as 12:1,30:2, and
                                          after them a line {"verdict": .., "choices": ..}
    python run_scenarios.py --forced-batch    the same for many: lines SCHEDULE STEP_LIMIT FILE
                                          with blanks between on standard input
    python run_scenarios.py --standalone SCHEDULE STEP_LIMIT FILE < COMMENT
                                          the same playing as a program in one file
    --interrupts, after the mode of these two, lets SIGINTs arrive between the steps as well
    python run_scenarios.py --python FILE.. the Python that each file is translated into

A scenario that cannot be played prints a line {"error": ".."} in place of its events.
"""

import gc
import json
import os
import sys

import document
import player
import standalone
from choices import parse_schedule
from process import prepare
from program import Program
from virtual_loop import OutOfRange

_frozen_left_over = 0


def play_text(text, schedule=None, step_limit=player.STEP_LIMIT, is_interrupted=False):
    """Plays a scenario given as JSON text; returns the lines to print.

    :param schedule: the choices to force; the verdict is then a line of its own.
    """
    try:
        departures = None if schedule is None else parse_schedule(schedule)
        playing = player.Play(Program(document.read(text)), departures, step_limit, is_interrupted)
        lines = playing.run()
    except (document.ScenarioError, OutOfRange) as error:
        return [json.dumps({"error": str(error)})]
    except Exception as error:
        # A defect of the interpreter must not end a batch of thousands.
        return [json.dumps({"error": f"internal: {type(error).__name__}: {error}"})]
    if schedule is not None:
        lines.append(json.dumps(
            {"verdict": playing.verdict(), "choices": playing.choices.asked}))
    return lines


def play_file(path, *forced):
    """Plays a file; returns the lines to print."""
    try:
        text = _read(path)
    except OSError as error:
        return [json.dumps({"error": error.strerror})]
    except UnicodeDecodeError as error:
        return [json.dumps({"error": f"no UTF-8: {error}"})]
    lines = play_text(text, *forced)
    _collect()
    return lines


def _read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


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


def _batch(read_line, is_forced):
    for line in iter(read_line, ""):
        path, forced = line.rstrip("\r\n"), ()
        if is_forced and path:
            schedule, step_limit, path = path.split(" ", 2)
            forced = schedule, int(step_limit)
        if path:
            _print([json.dumps({"scenario": os.path.basename(path)}), *play_file(path, *forced)])
    return 0


def main(arguments, read_line=sys.stdin.readline):
    """Runs the command line.

    :param read_line: gives the next line of standard input, and "" at its end.
    :returns: the exit code: 1 when a named file could not be played.
    """
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    prepare()
    is_interrupted = "--interrupts" in arguments[1:2]
    if is_interrupted:
        del arguments[1]
    match arguments:
        case ["--batch" | "--forced-batch" as mode]:
            return _batch(read_line, mode == "--forced-batch")
        case ["--python", *paths]:
            for path in paths:
                print(Program(document.read(_read(path))).source)
            return 0
        case ["--standalone", schedule, step_limit, path]:
            comment = "".join(iter(read_line, ""))
            forced = schedule, int(step_limit), is_interrupted
            print(standalone.write(_read(path), forced, comment), end="")
            return 0
        case ["--forced", schedule, step_limit, path]:
            return _named([path], schedule, int(step_limit), is_interrupted)
    return _named(arguments)


def _named(paths, *forced):
    failed = False
    for path in paths:
        lines = play_file(path, *forced)
        failed = failed or any(line.startswith('{"error"') for line in lines)
        _print(lines)
    return 1 if failed else 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # Ending in the usual way would finalise the tasks and generators that scenarios left
    # unfinished, and run their handlers.
    os._exit(code)
