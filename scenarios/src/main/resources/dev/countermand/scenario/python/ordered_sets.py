"""Gives every set that asyncio iterates over the order of insertion.

asyncio keeps tasks in sets in ``Runner.close``, ``TaskGroup``, ``wait``, ``as_completed`` and
``shutdown_asyncgens``. Their order is that of memory addresses, so it changes from run to run. The
scenario format fixes it: the order of creation. Only the containers change here; every algorithm
stays CPython's own.
"""

import ast
import asyncio
import inspect
from asyncio import taskgroups, tasks


# ``choices`` gives asyncio a set of this name, whose order it chooses.
_ANY_ORDER = ast.Name(id="_any_order_set", ctx=ast.Load())


class OrderedSet(dict):
    """The part of ``set`` that asyncio uses, iterating in order of insertion."""

    __slots__ = ()
    __hash__ = None

    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


class _Sets(ast.NodeTransformer):
    """Turns ``set(xs)`` and ``{f(x) for x in xs}`` into calls of ``_any_order_set``."""

    def visit_Name(self, node):
        return ast.copy_location(_ANY_ORDER, node) if node.id == "set" else node

    def visit_SetComp(self, node):
        self.generic_visit(node)
        items = ast.GeneratorExp(elt=node.elt, generators=node.generators)
        return ast.copy_location(ast.Call(func=_ANY_ORDER, args=[items], keywords=[]), node)


def install_ordered_sets(number_of_task):
    """Replaces the sets of asyncio, once for the whole process.

    :param number_of_task: gives a task's number in order of creation.
    """
    taskgroups.set = OrderedSet
    tasks.set = OrderedSet
    _recompile_as_completed()
    _order_all_tasks(number_of_task)


def _recompile_as_completed():
    # A set comprehension does not look up the name ``set``, so the definition that holds one (the
    # function up to 3.12, the iterator class from 3.13 on) is compiled again from its own source.
    name = "_AsCompletedIterator" if hasattr(tasks, "_AsCompletedIterator") else "as_completed"
    module = ast.parse(inspect.getsource(getattr(tasks, name)))
    module = ast.fix_missing_locations(_Sets().visit(module))
    exec(compile(module, tasks.__file__, "exec"), tasks.__dict__)
    asyncio.as_completed = tasks.as_completed


def _order_all_tasks(number_of_task):
    unordered_all_tasks = tasks.all_tasks

    def all_tasks(loop=None):
        return OrderedSet(sorted(unordered_all_tasks(loop), key=number_of_task))

    # The Runner looks the name up in asyncio.tasks, scenarios look it up in asyncio.
    tasks.all_tasks = all_tasks
    asyncio.all_tasks = all_tasks
