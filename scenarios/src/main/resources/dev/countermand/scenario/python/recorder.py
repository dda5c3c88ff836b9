"""The events of one playing of a scenario, as JSON Lines.

The fields and their order are those of the scenario format, and of ``docs/scenario-readings.md``
where the format leaves room.
"""

import asyncio
import json

ABSENT = object()
"""Stands for the value of a ``log`` that has none; None would be the value null."""

# Reports whose moment depends on garbage collection are no events.
_COLLECTED = "exception was never retrieved"
_DESTROYED = "Task was destroyed but it is pending!"
_CALLBACK = "Exception in callback"


def shorten(text):
    """Cuts before the first ``<``, the beginning of an object's address-bearing ``repr``."""
    cut = text.find("<")
    return text if cut < 0 else text[:cut].rstrip(" :")


def error_form(error):
    """The name of an error's type, or for a group an object with its members."""
    name = type(error).__name__
    if isinstance(error, BaseExceptionGroup):
        return {"type": name, "text": shorten(str(error)),
                "of": [error_form(member) for member in error.exceptions]}
    return name


def value_form(value):
    """A JSON value that shows any value of a scenario."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, list):
        return [value_form(item) for item in value]
    if isinstance(value, dict):
        return {key: value_form(item) for key, item in value.items()}
    if isinstance(value, asyncio.Task):
        return value.get_name()
    if isinstance(value, BaseException):
        return error_form(value)
    return type(value).__name__


def name_of(future):
    """A task's name; for a plain future, which has none, the name of its type."""
    return value_form(future)


def _failure(error):
    if isinstance(error, asyncio.CancelledError):
        message = error.args[0] if error.args else None
        return {"outcome": "cancelled",
                "message": shorten(message) if isinstance(message, str) else value_form(message)}
    return {"outcome": "raised", "error": error_form(error), "text": shorten(str(error))}


class Recorder:
    """Collects the lines of one playing.

    :param clock: gives the time of the loop that runs, or ran last, in seconds.
    """

    def __init__(self, clock):
        self._lines = []
        self._clock = clock
        self._muted = False

    def mute(self):
        """Ends the recording: what is cleaned up later is no part of the scenario."""
        self._muted = True

    def take(self):
        """Hands over the lines, and keeps none: unfinished tasks keep their recorder for ever."""
        lines, self._lines = self._lines, []
        return lines

    def _add(self, label, event, fields):
        if not self._muted:
            line = {"at": round(self._clock(), 9), "in": label, "event": event}
            line.update(fields)
            self._lines.append(json.dumps(line))

    def log(self, label, text, value=ABSENT):
        fields = {"text": text}
        if value is not ABSENT:
            fields["value"] = value_form(value)
        self._add(label, "log", fields)

    def start(self, label):
        self._add(label, "start", {})

    def returned(self, label, event, value):
        self._add(label, event, {"outcome": "returned", "value": value_form(value)})

    def failed(self, label, event, error):
        self._add(label, event, _failure(error))

    def violation(self, label, message):
        self._add(label, "violation", {"message": message})

    def handler(self, label, context):
        message = context.get("message") or ""
        if message.endswith(_COLLECTED) or message == _DESTROYED:
            return
        if message.startswith(_CALLBACK):
            message = _CALLBACK
        error = context.get("exception")
        self._add(label, "handler", {
            "message": shorten(message),
            "error": None if error is None else error_form(error)})
