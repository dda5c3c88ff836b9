"""Sets a Python process up for playing scenarios."""

import asyncio
import functools
import gc
import logging
import sys
import warnings

from choices import install_order_choices
from ordered_sets import install_ordered_sets
from virtual_executor import install_virtual_threads
from virtual_loop import install_step_count, number_of_task


@functools.cache
def prepare():
    """Sets this process up; once, however often it is called."""
    if sys.platform == "emscripten":
        # Pyodide installs an event loop, a policy and an asyncio.run of its own.
        asyncio._set_running_loop(None)
        asyncio.events._set_event_loop_policy(None)
        asyncio.run = asyncio.runners.run
    warnings.simplefilter("ignore")
    logging.getLogger("asyncio").disabled = True
    sys.unraisablehook = lambda _: None
    install_ordered_sets(number_of_task)
    install_order_choices()
    install_step_count()
    install_virtual_threads()
    # The collector would run finalisers in the middle of a scenario.
    gc.disable()
    gc.collect()
    gc.freeze()
