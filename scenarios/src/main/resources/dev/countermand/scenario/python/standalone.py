"""Writes the playing of a scenario as a Python program in one file, for a bug report.

The program is the scenario's own Python, followed by the modules that play it here: the same text,
so that what the program does is what was seen.
"""

import ast
import pathlib
import pprint

import document
from program import Program

_MODULES = ["steps", "ordered_sets", "choices", "virtual_executor", "virtual_loop", "recorder",
            "player", "process"]

_NAMES = """\
# _v holds the variables of a call, _g the shared objects, _l is the name under which events show
# the call. The functions and coroutines of the scenario follow.
"""

_MAIN = '''\
class _Scenario:
    """What is to be played."""

    objects = OBJECTS
    interrupts = INTERRUPTS
    expect = EXPECT
    debug = DEBUG
    eager_tasks = EAGER_TASKS

    def __init__(self):
        self.host = [HostStep(*step) for step in HOST]
        self.properties = [Property(*held) for held in PROPERTIES]

    @staticmethod
    def load(names):
        """Lets the functions above see the names that they use."""
        globals().update(names)
        return globals()

    @staticmethod
    def unload(namespace):
        """Drops nothing: this process ends."""


def main():
    """Plays the scenario and prints its events; the exit code is 1 if something is wrong."""
    prepare()
    play = Play(_Scenario(), SCHEDULE, STEP_LIMIT_OF_THIS_RUN, IS_INTERRUPTED)
    for line in play.run():
        print(line)
    for violation in play.verdict():
        print("violated: " + violation["kind"], violation["message"], file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    # Ending in the usual way would run the handlers of tasks that are left unfinished.
    os._exit(1 if play.verdict() else 0)


if __name__ == "__main__":
    main()
'''


def write(text, forced, comment):
    """The text of the program.

    :param text: the scenario's document.
    :param forced: the schedule, the step limit, and whether SIGINTs may arrive between the steps.
    :param comment: what to say on top, in lines.
    :raises ScenarioError: when the document is no scenario.
    """
    schedule, step_limit, is_interrupted = forced
    program = Program(document.read(text))
    departures = [] if schedule == "fifo" else [
        departure.split(":") for departure in schedule.split(",")]
    modules = [_module(name) for name in _MODULES]
    imports = _merged({"import os", "import sys"}.union(*(found for found, _ in modules)))
    return "\n".join([
        *(f"# {line}".rstrip() for line in comment.splitlines()), "",
        *imports, "",
        "# The number of each choice that is not CPython's own, and what is picked instead.",
        "SCHEDULE = {" + ", ".join(f"{n}: {picked}" for n, picked in departures) + "}",
        f"STEP_LIMIT_OF_THIS_RUN = {step_limit}", f"IS_INTERRUPTED = {is_interrupted}",
        *_constants(program), "",
        _NAMES, *_spaced(program.source.splitlines()), "",
        *(body for _, body in modules), _MAIN])


def _merged(imports):
    """The imports, sorted, with one line for each module that names are taken from."""
    taken = {}
    for line in imports:
        if line.startswith("from "):
            _, module, _, names = line.split(" ", 3)
            taken.setdefault(module, set()).update(names.split(", "))
    return [*sorted(line for line in imports if line.startswith("import ")),
            *(f"from {module} import {', '.join(sorted(names))}"
              for module, names in sorted(taken.items()))]


def _constants(program):
    values = {
        "OBJECTS": program.objects, "INTERRUPTS": program.interrupts, "EXPECT": program.expect,
        "DEBUG": program.debug, "EAGER_TASKS": program.eager_tasks,
        "HOST": [tuple(step) for step in program.host],
        "PROPERTIES": [tuple(held) for held in program.properties]}
    return [f"{name} = {pprint.pformat(value, sort_dicts=False)}"
            for name, value in values.items()]


def _spaced(lines):
    """The functions, with the usual indentation and blank lines between them."""
    for line in lines:
        if not line.startswith(" "):
            yield ""
            yield ""
        code = line.lstrip(" ")
        yield "    " * (len(line) - len(code)) + code


def _module(name):
    """The imports from the standard library, and the text of a module without its imports."""
    text = pathlib.Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    lines, imports = text.splitlines(), set()
    title, *nodes = ast.parse(text).body
    # Taken out from the end, so that the numbers of the lines before stay right.
    for node in reversed([title, *nodes]):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            source = ast.unparse(node)
            if source.split()[1] not in _MODULES:
                imports.add(source)
        if node is title or isinstance(node, (ast.Import, ast.ImportFrom)):
            del lines[node.lineno - 1:node.end_lineno]
    heading = ast.get_docstring(ast.parse(text)).splitlines()[0]
    body = "\n".join(lines).strip("\n")
    return imports, f"\n# ---- {heading}\n\n\n{body}\n"
