"""Every expression of the scenario format and the Python beside it.

An expression is an object with one key. The table maps the key to the kinds of its operands and to
the Python text; ``a b`` is a list of two values, a single word a single operand. The kinds are the
``kind_..`` methods of ``translation.Translator``.
"""

_OPERATORS = ["+", "-", "*", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in"]

# Operands of kind "nothing" are written as an empty list.
EXPRESSIONS = {
    **{sign: ("pair", f"({{0}} {sign} {{1}})") for sign in _OPERATORS},
    "at": ("pair", "{0}[{1}]"),
    "list": ("values", "[{all}]"),
    "choose": ("choices", "{0}"),
    "not": ("value", "(not {0})"),
    "len": ("value", "len({0})"),
    "var": ("reference", "{0}"),
    "done": ("reference", "{0}.done()"),
    "cancelled": ("reference", "{0}.cancelled()"),
    "cancelling": ("reference", "{0}.cancelling()"),
    "result": ("reference", "{0}.result()"),
    "exception": ("reference", "_type_name_or_none({0}.exception())"),
    "error_name": ("reference", "type({0}).__name__"),
    "error_text": ("reference", "str({0})"),
    "task_name": ("reference", "{0}.get_name()"),
    "locked": ("reference", "{0}.locked()"),
    "qsize": ("reference", "{0}.qsize()"),
    "is_set": ("reference", "{0}.is_set()"),
    "n_waiting": ("reference", "{0}.n_waiting"),
    "context": ("reference", "{0}.get()"),
    "expired": ("reference", "{0}.expired()"),
    "timeout_when": ("reference", "{0}.when()"),
    "time": ("nothing", "asyncio.get_running_loop().time()"),
    "current_task": ("nothing", "_task_name_or_none(asyncio.current_task())"),
    "all_tasks": ("nothing", "_sorted_names(asyncio.all_tasks())"),
}

AWAITABLES = {
    "coro": {"coro": "coroutine", "args": "companion?"},
    "gather": {"gather": "gathered", "return_exceptions": "bool?"},
    "shield": {"shield": "awaitable"},
    "wait_for": {"wait_for": "awaitable", "timeout": "seconds_or_null"},
    "sleep": {"sleep": "seconds", "result": "value?"},
}
"""The fields of each form of awaitable, by the key that tells the form; ``?`` is optional."""

AWAITABLE_CODE = {
    "coro": "{coro}",
    "gather": "asyncio.gather({gather}, return_exceptions={return_exceptions})",
    "shield": "asyncio.shield({shield})",
    "wait_for": "asyncio.wait_for({wait_for}, {timeout})",
    "sleep": "asyncio.sleep({sleep}, {result})",
}

AWAITABLE_DEFAULTS = {"return_exceptions": "False", "result": "None"}
