"""What the host of a scenario does, and what must hold at its end."""

from typing import NamedTuple


class HostStep(NamedTuple):
    """A host operation; ``value`` names the function that makes its coroutine or value, if any."""

    name: str
    text: str | None
    value: str | None


class Property(NamedTuple):
    """Something that must hold: after the host's last operation, or after each loop step."""

    name: str
    function: str
    always: bool
