"""Turns the bodies of a scenario into Python source, with the tables of operations and expressions.

Every body becomes a function ``(_l, _v)`` of its own: the label of the invocation, its variables.
Variables live in a dictionary and not in Python's own local variables, so that any string can be a
name and the ``do`` of a callback shares them by simply closing over ``_v``.
"""

from document import ScenarioError, check_literal, expect_fields
from expressions import AWAITABLE_CODE, AWAITABLE_DEFAULTS, AWAITABLES, EXPRESSIONS
from operations import ERRORS, KNOWN_ERRORS, OPERATIONS

_RETURN_WHEN = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]

COROUTINE, GENERATOR, PLAIN = "coroutine", "generator", "plain function"


def place(pointer, key):
    """The JSON pointer of a member."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


class Names:
    """What the names in one body stand for: shared objects, or variables of the invocation."""

    def __init__(self, objects, parameters=()):
        self._objects = objects
        self._assigned = set(parameters)
        self._read = {}

    def read(self, name, pointer):
        """The code that reads a variable or object."""
        if name in self._objects:
            return f"_g[{name!r}]"
        self._read.setdefault(name, pointer)
        return f"_v[{name!r}]"

    def read_if_bound(self, name, pointer):
        """The code that reads a variable or object, and gives None if it has no value yet."""
        mapping, _, key = self.read(name, pointer).partition("[")
        return f"{mapping}.get({key[:-1]})"

    def assign(self, name):
        """The code to assign to."""
        if name in self._objects:
            return f"_g[{name!r}]"
        self._assigned.add(name)
        return f"_v[{name!r}]"

    def check(self):
        """Refuses names that nothing in the body ever assigns, once the whole body is read."""
        for name, pointer in self._read.items():
            if name not in self._assigned:
                raise ScenarioError(
                    pointer, f"{name!r} is no parameter, no object, and assigned nowhere here")


class Translator:
    """Writes the body of one function.

    :param program: knows the invocable coroutines, generators and functions.
    :param names: the names in this body.
    :param kind: COROUTINE, GENERATOR or PLAIN; in a plain function nothing may wait.
    """

    def __init__(self, program, names, kind):
        self.lines = []
        self._program = program
        self._names = names
        self._kind = kind
        self._callbacks = 0

    def body(self, operations, pointer, indent):
        """Writes a block of operations."""
        if not isinstance(operations, list):
            raise ScenarioError(pointer, "expected a list of operations")
        if not operations:
            self._write(indent, "pass")
        for number, node in enumerate(operations):
            self._operation(node, f"{pointer}/{number}", indent)

    def _write(self, indent, line):
        self.lines.append(" " * indent + line)

    def _operation(self, node, pointer, indent):
        name = node.get("op") if isinstance(node, dict) else None
        operation = OPERATIONS.get(name) if isinstance(name, str) else None
        if operation is None:
            raise ScenarioError(f"{pointer}/op", f"no operation {name!r}")
        if operation.waits and self._kind == PLAIN:
            raise ScenarioError(pointer, f"{name!r} waits, which is not possible here")
        if name == "yield" and self._kind != GENERATOR:
            raise ScenarioError(pointer, "'yield' stands in generators only")
        required = [field for field, (_, default) in operation.fields.items() if default is None]
        expect_fields(node, {"op", *operation.fields}, required, pointer)
        if name == "try":
            self._try(node, pointer, indent)
        elif name == "return" and self._kind == GENERATOR:
            if "value" in node:
                raise ScenarioError(f"{pointer}/value", "a generator returns no value")
            self._write(indent, "return")
        else:
            self._statement(node, operation, pointer, indent)

    def _statement(self, node, operation, pointer, indent):
        codes = {}
        for field, (kind, default) in operation.fields.items():
            if kind == "body":
                codes[field] = ""
            elif field not in node:
                codes[field] = default
            elif kind == "callback":
                codes[field] = self._callback(node[field], f"{pointer}/{field}", indent)
            else:
                codes[field] = getattr(self, "kind_" + kind)(node, field, f"{pointer}/{field}")
        _check_combinations(node, pointer)
        for line in operation.template:
            text = line.lstrip(" ")
            depth = indent + len(line) - len(text)
            field = text[1:-1]
            if field in operation.fields and operation.fields[field].kind == "body":
                self.body(node.get(field, []), f"{pointer}/{field}", depth)
            else:
                self._write(depth, text.format_map(codes))

    def _callback(self, operations, pointer, indent):
        self._callbacks += 1
        name = f"_do{self._callbacks}"
        self._write(indent, f"def {name}(*_):")
        # The loop runs it outside any coroutine; the variables are those of the place it stands in.
        self._write(indent + 1, "_l = None")
        kind, self._kind = self._kind, PLAIN
        self.body(operations, pointer, indent + 1)
        self._kind = kind
        return name

    def _try(self, node, pointer, indent):
        handlers, has_finally = node.get("except", []), "finally" in node
        if not isinstance(handlers, list):
            raise ScenarioError(f"{pointer}/except", "expected a list of handlers")
        # Python has no ``try`` without handlers or ``finally``: its body is then just a block.
        self._write(indent, "try:" if handlers or has_finally else "if True:")
        self.body(node["body"], f"{pointer}/body", indent + 1)
        for number, handler in enumerate(handlers):
            self._handler(handler, f"{pointer}/except/{number}", indent)
        if "else" in node:
            # Without handlers Python has no ``else`` either: it is the rest of the block.
            if handlers:
                self._write(indent, "else:")
            self.body(node["else"], f"{pointer}/else", indent + 1)
        if has_finally:
            self._write(indent, "finally:")
            self.body(node["finally"], f"{pointer}/finally", indent + 1)

    def _handler(self, handler, pointer, indent):
        expect_fields(handler, {"error", "as", "body"}, {"error", "body"}, pointer)
        errors = handler["error"] if isinstance(handler["error"], list) else [handler["error"]]
        caught = ", ".join(_error_type(error, f"{pointer}/error") for error in errors)
        caught = f"({caught}{',' if errors else ''})"
        if "as" in handler:
            target = self.kind_target(handler, "as", f"{pointer}/as")
            self._write(indent, f"except {caught} as _e:")
            self._write(indent + 1, f"{target} = _e")
        else:
            self._write(indent, f"except {caught}:")
        self.body(handler["body"], f"{pointer}/body", indent + 1)

    # The kinds of fields. Each gets the whole node, as some fields are read together.

    def kind_value(self, node, field, pointer):
        return self.value(node[field], pointer)

    def kind_seconds(self, node, field, pointer):
        return self._typed(node[field], _is_number, "a number of seconds", pointer)

    def kind_seconds_or_null(self, node, field, pointer):
        return self._typed(node[field], lambda value: value is None or _is_number(value),
                           "a number of seconds or null", pointer)

    def kind_duration(self, node, field, pointer):
        return self._typed(node[field], lambda value: _is_number(value) and value >= 0,
                           "a number of seconds, 0 or more", pointer)

    def kind_whole(self, node, field, pointer):
        return self._typed(node[field], _is_integer, "an integer", pointer)

    def kind_count(self, node, field, pointer):
        return self._typed(node[field], lambda value: _is_integer(value) and value >= 0,
                           "an integer, 0 or more", pointer)

    def _typed(self, node, fits, described, pointer):
        """A value whose type is known here when it is a literal, and when it runs otherwise."""
        if not isinstance(node, dict) and not fits(node):
            raise ScenarioError(pointer, f"expected {described}, or an expression")
        return self.value(node, pointer)

    def kind_integer(self, node, field, pointer):
        if not _is_integer(node[field]):
            raise ScenarioError(pointer, "expected an integer")
        return repr(node[field])

    def kind_return_when(self, node, field, pointer):
        if node[field] not in _RETURN_WHEN:
            raise ScenarioError(pointer, f"expected one of {_RETURN_WHEN}")
        return repr(node[field])

    def kind_nothing(self, node, field, pointer):
        if node[field] != []:
            raise ScenarioError(pointer, "expected []")
        return []

    def kind_pair(self, node, field, pointer):
        codes = self.kind_values(node, field, pointer)
        if len(codes) != 2:
            raise ScenarioError(pointer, "expected a list of two values")
        return codes

    def kind_choices(self, node, field, pointer):
        codes = self.kind_values(node, field, pointer)
        if not codes:
            raise ScenarioError(pointer, "expected at least one value to choose from")
        *others, code = codes
        # Only the chosen value is evaluated. It may choose in turn: then ``_c`` is read no more.
        for number, other in reversed(list(enumerate(others))):
            asked = f"_c == {number}" if number else f"(_c := _choose({len(codes)})) == 0"
            code = f"{other} if {asked} else {code}"
        return f"({code})"

    def kind_values(self, node, field, pointer):
        if not isinstance(node[field], list):
            raise ScenarioError(pointer, "expected a list of values")
        return [self.value(item, f"{pointer}/{number}") for number, item in enumerate(node[field])]

    def kind_text(self, node, field, pointer):
        return repr(_expect(node[field], str, "a string", pointer))

    def kind_bool(self, node, field, pointer):
        return repr(_expect(node[field], bool, "true or false", pointer))

    def kind_eager_start(self, node, field, pointer):
        return f", eager_start={self.kind_bool(node, field, pointer)}"

    def kind_reference(self, node, field, pointer):
        return self.reference(node[field], pointer)

    def kind_bound(self, node, field, pointer):
        return self._names.read_if_bound(_name(node[field], pointer), pointer)

    def kind_later(self, node, field, pointer):
        code = self.kind_count(node, field, pointer)
        return f"lambda: {code}"

    def kind_references(self, node, field, pointer):
        return self._listed(node[field], self.reference, pointer)

    def kind_target(self, node, field, pointer):
        return self._names.assign(_name(node[field], pointer))

    def kind_assigned(self, node, field, pointer):
        return f"{self.kind_target(node, field, pointer)} = "

    def kind_awaitable(self, node, field, pointer):
        return self.awaitable(node[field], pointer)

    def kind_awaitables(self, node, field, pointer):
        return self._listed(node[field], self.awaitable, pointer)

    def kind_gathered(self, node, field, pointer):
        return f"*{self._listed(node[field], self.awaitable, pointer)}"

    def kind_error(self, node, field, pointer):
        text = self.kind_text(node, "text", pointer) if "text" in node else ""
        return f"{_error_type(node[field], pointer)}({text})"

    def kind_companion(self, node, field, pointer):
        return ""

    def kind_coroutine(self, node, field, pointer):
        return self._invocation("coroutines", "_coroutine", node, field, pointer)

    def kind_generator(self, node, field, pointer):
        return self._invocation("generators", "_generator", node, field, pointer)

    def kind_function(self, node, field, pointer):
        return self._invocation("functions", None, node, field, pointer)

    def _invocation(self, section, maker, node, field, pointer):
        name = node[field]
        known = self._program.invocables[section]
        if not isinstance(name, str) or name not in known:
            raise ScenarioError(pointer, f"no {name!r} in {section}")
        invocable, args = known[name], node.get("args", [])
        if not isinstance(args, list) or len(args) != len(invocable.parameters):
            raise ScenarioError(
                pointer, f"{name!r} takes a list of {len(invocable.parameters)} arguments")
        beside = pointer.rpartition("/")[0]
        pairs = ", ".join(
            f"{parameter!r}: {self.value(value, f'{beside}/args/{number}')}"
            for number, (parameter, value) in enumerate(zip(invocable.parameters, args)))
        variables = f"_Variables({{{pairs}}})"
        if maker is None:
            return f"{invocable.code_name}(_l, {variables})"
        return f"{maker}({name!r}, {invocable.code_name}, {variables})"

    # Values, references, awaitables.

    def value(self, node, pointer):
        """The code of a value: a literal, or an expression."""
        if not isinstance(node, dict):
            return _literal(node, pointer)
        if len(node) != 1:
            raise ScenarioError(pointer, "expected a literal, or an object with one key")
        (key,) = node
        if key not in EXPRESSIONS:
            raise ScenarioError(pointer, f"no expression {key!r}")
        kind, template = EXPRESSIONS[key]
        codes = getattr(self, "kind_" + kind)(node, key, place(pointer, key))
        if isinstance(codes, str):
            codes = [codes]
        return template.format(*codes, all=", ".join(codes))

    def reference(self, node, pointer):
        return self._names.read(_name(node, pointer), pointer)

    def awaitable(self, node, pointer):
        if not isinstance(node, dict):
            return self.reference(node, pointer)
        form = next((form for form in AWAITABLES if form in node), None)
        if form is None:
            raise ScenarioError(pointer, f"expected a name or one of {sorted(AWAITABLES)}")
        fields = AWAITABLES[form]
        required = [field for field, kind in fields.items() if not kind.endswith("?")]
        expect_fields(node, fields, required, pointer)
        codes = {
            field: getattr(self, "kind_" + kind.rstrip("?"))(node, field, f"{pointer}/{field}")
            if field in node else AWAITABLE_DEFAULTS.get(field, "")
            for field, kind in fields.items()}
        return AWAITABLE_CODE[form].format_map(codes)

    def _listed(self, node, read, pointer):
        if isinstance(node, str):
            return self.reference(node, pointer)
        if not isinstance(node, list):
            raise ScenarioError(pointer, "expected a list, or the name of a list variable")
        items = (read(item, f"{pointer}/{number}") for number, item in enumerate(node))
        return f"[{', '.join(items)}]"


def _expect(node, type_, described, pointer):
    if not isinstance(node, type_):
        raise ScenarioError(pointer, f"expected {described}")
    return node


def _name(node, pointer):
    if not isinstance(node, str) or not node:
        raise ScenarioError(pointer, "expected the name of a variable or object")
    return node


def _is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value):
    return isinstance(value, float) or _is_integer(value)


def _error_type(name, pointer):
    if name not in ERRORS:
        raise ScenarioError(pointer, f"no error {name!r}")
    if name not in KNOWN_ERRORS:
        raise ScenarioError(pointer, f"{name} needs a newer Python")
    return ERRORS[name]


def _literal(node, pointer):
    check_literal(node, pointer)
    return repr(node)


def _check_combinations(node, pointer):
    name = node["op"]
    if "text" in node and "error" not in node and name in ("raise", "run_in_executor"):
        raise ScenarioError(f"{pointer}/text", "'text' needs an 'error'")
    if name == "run_in_executor" and "error" in node and "result" in node:
        raise ScenarioError(pointer, "expected 'result' or 'error', not both")
    if name == "async_for" and ("gen" in node) == ("on" in node):
        raise ScenarioError(pointer, "expected 'gen' or 'on', one of them")
    if name == "async_for" and "on" in node and "args" in node:
        raise ScenarioError(pointer, "'args' needs 'gen'")
