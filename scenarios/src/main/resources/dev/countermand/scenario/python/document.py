"""Reading a scenario document: JSON, its fields, and the errors that name a place in it."""

import json
import math
import re
import sys

FORMAT = "countermand-scenario/1"

_FIELDS = {
    "format": str, "name": str, "description": str, "python": str, "objects": dict,
    "coroutines": dict, "generators": dict, "functions": dict, "runner": dict, "host": list,
    "interrupts": list, "properties": list, "expect": list}
_OUTCOMES = {"returned", "raised", "cancelled"}
_DEFAULT_HOST = [{"op": "enter"}, {"op": "run", "coro": "main"}, {"op": "exit"}]

_ANY = object
# The fields of each type of object: the type of each and whether it is required.
OBJECT_FIELDS = {
    "lock": {}, "event": {}, "condition": {"lock": (str, False)},
    "semaphore": {"value": (int, False)}, "bounded_semaphore": {"value": (int, False)},
    "barrier": {"parties": (int, True)}, "queue": {"maxsize": (int, False)},
    "lifo_queue": {"maxsize": (int, False)}, "priority_queue": {"maxsize": (int, False)},
    "contextvar": {"default": (_ANY, False)}, "var": {"value": (_ANY, False)}}


class ScenarioError(Exception):
    """A document that is no scenario, or one this Python cannot run.

    :param pointer: the JSON pointer of the place.
    """

    def __init__(self, pointer, problem):
        super().__init__(f"{pointer or '/'}: {problem}")


def _no_duplicates(pairs):
    read = dict(pairs)
    if len(read) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ScenarioError("", f"the key {twice!r} is there twice in one object")
    return read


def _no_constant(text):
    raise ScenarioError("", f"{text} is no JSON")


def _finite(text):
    number = float(text)
    if math.isinf(number):
        raise ScenarioError("", f"{text} is too large a number")
    return number


def read(text):
    """Reads and checks the outermost fields, and fills in their defaults.

    :raises ScenarioError: when the text is no JSON, or a field is unknown, missing or of a wrong
        type, or a newer Python is asked for.
    """
    try:
        document = json.loads(
            text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant,
            parse_float=_finite)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ScenarioError("", f"no JSON: {error}") from error
    expect_fields(document, _FIELDS, {"format", "name", "coroutines"}, "")
    for field, type_ in _FIELDS.items():
        if field in document and not isinstance(document[field], type_):
            raise ScenarioError(f"/{field}", f"expected a JSON {_JSON_NAME[type_]}")
    if document["format"] != FORMAT:
        raise ScenarioError("/format", f"expected {FORMAT!r}")
    _check_python(document.get("python", "3.11"))
    for name, definition in document.get("objects", {}).items():
        _check_object(definition, f"/objects/{name}")
    _check_runner(document.get("runner", {}))
    for number, when in enumerate(document.get("interrupts", [])):
        if isinstance(when, bool) or not isinstance(when, (int, float)) or when < 0:
            raise ScenarioError(f"/interrupts/{number}", "expected seconds, 0 or more")
    for number, outcome in enumerate(document.get("expect", [])):
        if outcome not in _OUTCOMES:
            raise ScenarioError(f"/expect/{number}", f"expected one of {sorted(_OUTCOMES)}")
    document.setdefault("host", _DEFAULT_HOST)
    return document


_JSON_NAME = {str: "string", dict: "object", list: "array"}


def expect_fields(node, known, required, pointer):
    """Refuses a node that is no object, has an unknown field, or lacks a required one."""
    if not isinstance(node, dict):
        raise ScenarioError(pointer, "expected a JSON object")
    for field in node:
        if field not in known:
            raise ScenarioError(f"{pointer}/{field}", f"unknown field, expected {sorted(known)}")
    for field in required:
        if field not in node:
            raise ScenarioError(pointer, f"the field {field!r} is missing")


def check_literal(node, pointer):
    """Refuses anything but null, booleans, numbers, strings, and lists of these."""
    if isinstance(node, dict):
        raise ScenarioError(pointer, "an object is no literal")
    if isinstance(node, list):
        for number, item in enumerate(node):
            check_literal(item, f"{pointer}/{number}")


def _check_python(version):
    match = re.fullmatch(r"3\.(\d+)", version)
    if match is None:
        raise ScenarioError("/python", "expected a minor version such as '3.13'")
    if sys.version_info < (3, int(match[1])):
        raise ScenarioError("/python", f"needs Python {version}, this is {sys.version.split()[0]}")


def _check_object(definition, pointer):
    expect_fields(definition, definition, {"type"}, pointer)
    fields = OBJECT_FIELDS.get(definition["type"])
    if fields is None:
        raise ScenarioError(f"{pointer}/type", f"expected one of {sorted(OBJECT_FIELDS)}")
    required = [field for field, (_, is_required) in fields.items() if is_required]
    expect_fields(definition, {"type", *fields}, required, pointer)
    for field, (type_, _) in fields.items():
        value = definition.get(field)
        check_literal(value, f"{pointer}/{field}")
        if field in definition and (not isinstance(value, type_) or
                                    type_ is int and isinstance(value, bool)):
            raise ScenarioError(f"{pointer}/{field}", f"expected a value of type {type_.__name__}")


def _check_runner(runner):
    expect_fields(runner, {"debug", "eager_tasks"}, (), "/runner")
    for field, value in runner.items():
        if not isinstance(value, bool):
            raise ScenarioError(f"/runner/{field}", "expected true or false")
    if runner.get("eager_tasks") and sys.version_info < (3, 12):
        raise ScenarioError("/runner/eager_tasks", "needs Python 3.12")
