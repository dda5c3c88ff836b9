"""A scenario as a compiled Python program."""

from typing import NamedTuple

from document import ScenarioError, expect_fields
from steps import HostStep, Property
from translation import COROUTINE, GENERATOR, PLAIN, Names, Translator, place


class Invocable(NamedTuple):
    """A coroutine, generator or function: its parameters and its name in the Python source."""

    parameters: list
    body: list
    code_name: str


_SECTIONS = {"coroutines": COROUTINE, "generators": GENERATOR, "functions": PLAIN}
_DEFINITIONS = {
    COROUTINE: "async def {}(_l, _v):", GENERATOR: "async def {}(_l, _v):",
    PLAIN: "def {}(_l, _v):"}
_HOST_FIELDS = {
    "enter": (set(), set()), "exit": (set(), set()), "get_loop": (set(), set()),
    "close": (set(), set()), "run": ({"coro", "args"}, {"coro"}),
    "asyncio_run": ({"coro"}, {"coro"}), "log": ({"text", "value"}, {"text"})}


class Program:
    """The Python source of a scenario, and what the host does with it.

    :raises ScenarioError: when the document breaks a rule of the format.
    """

    def __init__(self, document):
        self.objects = document.get("objects", {})
        self.interrupts = document.get("interrupts", [])
        self.expect = document.get("expect", ["returned", "raised", "cancelled"])
        runner = document.get("runner", {})
        self.debug = runner.get("debug")
        self.eager_tasks = runner.get("eager_tasks", False)
        self._lines = []
        self._check_conditions()
        self.invocables = {
            section: self._invocables(section, document.get(section, {})) for section in _SECTIONS}
        for section, kind in _SECTIONS.items():
            for name, invocable in self.invocables[section].items():
                self._define(invocable, kind, _body_pointer(document, section, name))
        self.host = [self._host_step(node, f"/host/{number}")
                     for number, node in enumerate(document["host"])]
        self.properties = self._properties(document.get("properties", []))
        self.source = "\n".join(self._lines) + "\n"

    def load(self, namespace):
        """Runs the source, which defines its functions in the namespace; returns that."""
        try:
            code = compile(self.source, "<scenario>", "exec", dont_inherit=True)
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ScenarioError("", f"no Python: {error}") from error
        exec(code, namespace)
        return namespace

    @staticmethod
    def unload(namespace):
        """Drops what the functions need; they are never called again."""
        namespace.clear()

    def _check_conditions(self):
        for name, definition in self.objects.items():
            lock = definition.get("lock")
            if lock is not None and self.objects.get(lock, {}).get("type") != "lock":
                raise ScenarioError(f"{place('/objects', name)}/lock", f"no lock {lock!r}")

    def _invocables(self, section, definitions):
        read = {}
        for number, (name, definition) in enumerate(definitions.items()):
            pointer = place(f"/{section}", name)
            if not name:
                raise ScenarioError(pointer, "expected a name")
            parameters = []
            if not isinstance(definition, list):
                expect_fields(definition, {"params", "body"}, {"body"}, pointer)
                parameters = definition.get("params", [])
                definition = definition["body"]
            if not isinstance(parameters, list) or any(
                    not isinstance(p, str) or parameters.count(p) > 1 for p in parameters):
                raise ScenarioError(f"{pointer}/params", "expected a list of distinct names")
            read[name] = Invocable(parameters, definition, _code_name(section, name, number))
        return read

    def _define(self, invocable, kind, pointer):
        names = Names(self.objects, invocable.parameters)
        translator = Translator(self, names, kind)
        shared = [p for p in invocable.parameters if p in self.objects]
        for parameter in shared:
            translator.lines.append(f" _g[{parameter!r}] = _v[{parameter!r}]")
        if kind == GENERATOR:
            # One yield anywhere makes an async generator, also when no operation yields.
            translator.lines.append(" if False: yield")
        translator.body(invocable.body, pointer, 1)
        names.check()
        self._lines.append(_DEFINITIONS[kind].format(invocable.code_name))
        self._lines.extend(translator.lines)

    def _expression(self, name, translate):
        """Writes a function of the host, which has no variables of its own."""
        names = Names(self.objects)
        translator = Translator(self, names, PLAIN)
        code = translate(translator)
        names.check()
        self._lines.append(f"def {name}(_l=None):")
        self._lines.append(f" return {code}")
        return name

    def _host_step(self, node, pointer):
        name = node.get("op") if isinstance(node, dict) else None
        if name not in _HOST_FIELDS:
            raise ScenarioError(f"{pointer}/op", f"no host operation {name!r}")
        fields, required = _HOST_FIELDS[name]
        expect_fields(node, {"op", *fields}, required, pointer)
        code_name, value, text = f"host_{pointer.rpartition('/')[2]}", None, None
        if "coro" in fields:
            value = self._expression(
                code_name, lambda t: t.kind_coroutine(node, "coro", f"{pointer}/coro"))
        elif "value" in node:
            value = self._expression(
                code_name, lambda t: t.kind_value(node, "value", f"{pointer}/value"))
        if name == "log":
            text = node["text"]
            if not isinstance(text, str):
                raise ScenarioError(f"{pointer}/text", "expected a string")
        return HostStep(name, text, value)

    def _properties(self, nodes):
        read = []
        for number, node in enumerate(nodes):
            pointer = f"/properties/{number}"
            expect_fields(node, {"name", "when", "that"}, {"name", "that"}, pointer)
            if not isinstance(node["name"], str):
                raise ScenarioError(f"{pointer}/name", "expected a string")
            when = node.get("when", "end")
            if when not in ("end", "always"):
                raise ScenarioError(f"{pointer}/when", "expected 'end' or 'always'")
            function = self._expression(
                f"property_{number}", lambda t: t.kind_value(node, "that", f"{pointer}/that"))
            read.append(Property(node["name"], function, when == "always"))
        return read


def _code_name(section, name, number):
    # A number is no identifier, so it can be no other name either.
    readable = name if name.isascii() and name.isidentifier() else number
    return f"{section[:-1]}_{readable}"


def _body_pointer(document, section, name):
    pointer = place(f"/{section}", name)
    return pointer if isinstance(document[section][name], list) else f"{pointer}/body"
