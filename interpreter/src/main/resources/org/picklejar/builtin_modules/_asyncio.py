"""What CPython has of asyncio in C. Here only the running loop is: each tasklet has one, so that several may stand in asyncio.run()."""

import sys

from _stackless import _get_running_loop, _set_running_loop


def get_running_loop():
    """Return the event loop that runs in this tasklet. RuntimeError when none does."""
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


_MODULES = {'get_event_loop': 'asyncio.events', 'Future': 'asyncio.futures', 'Task': 'asyncio.tasks'}
_TABLES = ('_scheduled_tasks', '_eager_tasks', '_current_tasks')
_FUNCTIONS = (
    '_register_task',
    '_register_eager_task',
    '_unregister_task',
    '_unregister_eager_task',
    '_enter_task',
    '_leave_task',
    '_swap_current_task',
    'current_task',
)


def __getattr__(name):
    """The rest is that of asyncio in Python."""
    if name in _MODULES:
        prefix = '_py_' if name == 'get_event_loop' else '_Py'
        return getattr(sys.modules[_MODULES[name]], prefix + name)
    if name in _TABLES:
        return getattr(sys.modules['asyncio.tasks'], name)
    if name in _FUNCTIONS:
        tasks = sys.modules['asyncio.tasks']
        return getattr(tasks, ('_py' if name[0] == '_' else '_py_') + name)
    raise AttributeError(f"module '_asyncio' has no attribute {name!r}")
