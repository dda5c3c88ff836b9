"""Every operation of the scenario format and the Python beside it.

The table is the interpreter: an operation means the text in its last column, which is compiled as
it stands into the Python function of the body that holds it. So an ``async with`` really is one,
a ``yield`` suspends the generator itself, and nothing here adds a loop iteration.

The middle column names the fields, each with its kind, and after ``=`` the code that stands in for
an optional field that is absent. The kinds are the ``kind_..`` methods of
``translation.Translator``; a ``companion`` is read together with the field it belongs to (``args``
with ``coro``, and so on). A template's indentation is one blank a level; ``{body}`` alone on a line
is a block of operations.

In the code, ``_l`` is the label of the invocation, ``_v`` its variables, ``_g`` the shared objects.
"""

import asyncio
from typing import NamedTuple

_LOOP = "asyncio.get_running_loop()"

# CPython allows these only in a coroutine or an async generator.
_WAITING = ("await ", "async ")

ERRORS = {
    "CancelledError": "asyncio.CancelledError", "TimeoutError": "TimeoutError",
    "ValueError": "ValueError", "KeyError": "KeyError", "RuntimeError": "RuntimeError",
    "Exception": "Exception", "BaseException": "BaseException",
    "KeyboardInterrupt": "KeyboardInterrupt", "SystemExit": "SystemExit",
    "InvalidStateError": "asyncio.InvalidStateError", "QueueEmpty": "asyncio.QueueEmpty",
    "QueueFull": "asyncio.QueueFull", "QueueShutDown": "asyncio.QueueShutDown",
    "BrokenBarrierError": "asyncio.BrokenBarrierError", "ExceptionGroup": "ExceptionGroup",
    "BaseExceptionGroup": "BaseExceptionGroup", "StopAsyncIteration": "StopAsyncIteration"}


class Field(NamedTuple):
    """A field's kind, and the code that stands for it when absent (None: it is required)."""

    kind: str
    default: str | None


class Operation(NamedTuple):
    """The fields of an operation, its Python, and whether that Python waits."""

    fields: dict
    template: list
    waits: bool


def _operation(fields, template):
    described = {}
    for word in fields.split():
        name, _, rest = word.partition(":")
        kind, has_default, default = rest.partition("=")
        described[name] = Field(kind, default if has_default else None)
    lines = template.split("\n")
    waits = any(word in line for line in lines for word in _WAITING)
    return Operation(described, lines, waits)


def _table(rows):
    return {name: _operation(fields, template) for name, fields, template in rows}


OPERATIONS = _table([
    # Plain Python.
    ("log", "text:text value:value=_absent", "_log(_l, {text}, {value})"),
    ("set", "var:assigned value:value", "{var}{value}"),
    ("if", "that:value then:body else:body=", "if {that}:\n {then}\nelse:\n {else}"),
    ("call", "function:function args:companion= as:assigned=", "{as}{function}"),
    ("append", "list:reference value:value", "{list}.append({value})"),
    ("remove", "list:reference value:value", "{list}.remove({value})"),
    ("insert", "list:reference index:integer value:value", "{list}.insert({index}, {value})"),
    ("pop", "list:reference index:integer=0 as:assigned=", "{as}{list}.pop({index})"),
    ("repeat", "times:whole body:body index:target=_", "for {index} in range({times}):\n {body}"),
    ("while", "that:value body:body", "while {that}:\n {body}"),
    ("break", "", "break"),
    ("continue", "", "continue"),
    ("return", "value:value=None", "return {value}"),
    ("raise", "error:error= text:companion=", "raise {error}"),
    ("check", "that:value message:text", "if not {that}:\n _violation(_l, {message})"),
    ("may_cancel", "task:bound times:later=None message:text=None",
     "_may_cancel({task}, {times}, {message})"),
    ("must_honour", "task:bound", "_must_honour({task})"),
    # Tasks and futures.
    ("sleep", "delay:seconds result:value=None as:assigned=",
     "{as}await asyncio.sleep({delay}, {result})"),
    ("spawn",
     "coro:coroutine args:companion= as:assigned= name:text=None group:reference=asyncio "
     "eager_start:eager_start=",
     "{as}{group}.create_task({coro}, name={name}{eager_start})"),
    ("cancel", "task:reference message:text=None as:assigned=", "{as}{task}.cancel(msg={message})"),
    ("uncancel", "task:reference as:assigned=", "{as}{task}.uncancel()"),
    ("await", "on:awaitable as:assigned=", "{as}await {on}"),
    ("wait",
     "on:references timeout:seconds_or_null=None return_when:return_when='ALL_COMPLETED' "
     "done:assigned= pending:assigned=",
     "_done, _pending = await asyncio.wait("
     "{on}, timeout={timeout}, return_when={return_when})\n"
     "{done}_sorted_names(_done)\n{pending}_sorted_names(_pending)"),
    ("as_completed", "on:awaitables timeout:seconds_or_null=None as:assigned body:body",
     "for _f in asyncio.as_completed({on}, timeout={timeout}):\n {as}await _f\n {body}"),
    ("timeout", "delay:seconds_or_null as:target=_ body:body",
     "async with asyncio.timeout({delay}) as {as}:\n {body}"),
    ("timeout_at", "when:seconds_or_null as:target=_ body:body",
     "async with asyncio.timeout_at({when}) as {as}:\n {body}"),
    ("reschedule", "timeout:reference when:seconds_or_null", "{timeout}.reschedule({when})"),
    ("task_group", "as:target body:body", "async with asyncio.TaskGroup() as {as}:\n {body}"),
    ("new_future", "as:assigned", f"{{as}}{_LOOP}.create_future()"),
    ("set_result", "future:reference value:value", "{future}.set_result({value})"),
    ("set_exception", "future:reference error:error text:companion=",
     "{future}.set_exception({error})"),
    ("current_task", "as:assigned", "{as}asyncio.current_task()"),
    ("set_name", "task:reference name:text", "{task}.set_name({name})"),
    # Locks, conditions, semaphores, events, barriers.
    ("acquire", "on:reference as:assigned=", "{as}await {on}.acquire()"),
    ("release", "on:reference as:assigned=", "{as}{on}.release()"),
    ("with", "on:reference body:body", "async with {on}:\n {body}"),
    ("event_set", "on:reference", "{on}.set()"),
    ("event_clear", "on:reference", "{on}.clear()"),
    ("event_wait", "on:reference", "await {on}.wait()"),
    ("cond_wait", "on:reference", "await {on}.wait()"),
    ("cond_wait_for", "on:reference that:value", "await {on}.wait_for(lambda: {that})"),
    ("cond_notify", "on:reference n:integer=1", "{on}.notify({n})"),
    ("cond_notify_all", "on:reference", "{on}.notify_all()"),
    ("barrier_wait", "on:reference as:assigned=", "{as}await {on}.wait()"),
    ("barrier_reset", "on:reference as:assigned=", "{as}await {on}.reset()"),
    ("barrier_abort", "on:reference as:assigned=", "{as}await {on}.abort()"),
    # Queues.
    ("put", "queue:reference value:value", "await {queue}.put({value})"),
    ("get", "queue:reference as:assigned", "{as}await {queue}.get()"),
    ("join", "queue:reference", "await {queue}.join()"),
    ("put_nowait", "queue:reference value:value", "{queue}.put_nowait({value})"),
    ("get_nowait", "queue:reference as:assigned", "{as}{queue}.get_nowait()"),
    ("task_done", "queue:reference", "{queue}.task_done()"),
    ("queue_shutdown", "queue:reference immediate:bool=False", "{queue}.shutdown({immediate})"),
    # Callbacks.
    ("call_soon", "do:callback as:assigned=", f"{{as}}{_LOOP}.call_soon({{do}})"),
    ("call_later", "delay:seconds do:callback as:assigned=",
     f"{{as}}{_LOOP}.call_later({{delay}}, {{do}})"),
    ("call_at", "when:seconds do:callback as:assigned=",
     f"{{as}}{_LOOP}.call_at({{when}}, {{do}})"),
    ("cancel_handle", "handle:reference", "{handle}.cancel()"),
    ("add_done_callback", "on:reference do:callback", "{on}.add_done_callback({do})"),
    # Async generators.
    ("agen", "gen:generator args:companion= as:assigned", "{as}{gen}"),
    ("anext", "on:reference as:assigned=", "{as}await anext({on})"),
    ("aclose", "on:reference as:assigned=", "{as}await {on}.aclose()"),
    ("async_for", "gen:generator= args:companion= on:reference= as:target body:body",
     "async for {as} in {gen}{on}:\n {body}"),
    ("yield", "value:value", "yield {value}"),
    # The host's side.
    ("run_in_executor",
     "duration:duration result:value=None error:error=None text:companion= as:assigned=",
     f"{{as}}await {_LOOP}.run_in_executor(None, _job({{duration}}, {{result}}, {{error}}))"),
    ("set_context", "contextvar:reference value:value as:assigned=",
     "{as}{contextvar}.set({value})"),
    ("reset_context", "contextvar:reference token:reference", "{contextvar}.reset({token})"),
    ("interrupt", "", "_interrupt()"),
    ("stop", "", f"{_LOOP}.stop()"),
    ("run_nested", "coro:coroutine", "_runner.run({coro})"),
    # Written by hand in the translator: its handlers are no plain fields.
    ("try", "body:body except:handlers= else:body= finally:body=", ""),
])

KNOWN_ERRORS = {name for name, code in ERRORS.items()
                if not code.startswith("asyncio.") or hasattr(asyncio, code.partition(".")[2])}
"""The error names that this Python has."""
