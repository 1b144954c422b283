"""Stackless: tasklets, channels and the scheduler, as Stackless Python 3.8 has them.

The functions and types are Java's; here is the module object with its properties, and what is simplest in Python.
"""

import sys
import types

import _stackless
from _stackless import (bomb, channel, enable_softswitch, get_channel_callback, get_schedule_callback, get_thread_info, getcurrent,
                        getcurrentid, getdebug, getmain, getruncount, getthreads, getuncollectables, pickle_flags, pickle_flags_default,
                        run, schedule, schedule_remove, set_channel_callback, set_error_handler, set_schedule_callback, switch_trap,
                        tasklet)

PICKLEFLAGS_PRESERVE_TRACING_STATE = 1
PICKLEFLAGS_PRESERVE_AG_FINALIZER = 2
PICKLEFLAGS_RESET_AG_FINALIZER = 4
PICKLEFLAGS_PICKLE_CONTEXT = 8

__all__ = ['atomic', 'channel', 'enable_softswitch', 'get_channel_callback', 'get_schedule_callback', 'get_thread_info', 'getcurrent',
           'getcurrentid', 'getdebug', 'getmain', 'getruncount', 'getthreads', 'getuncollectables', 'pickle_with_tracing_state', 'run',
           'schedule', 'schedule_remove', 'set_channel_callback', 'set_error_handler', 'set_schedule_callback', 'switch_trap', 'tasklet',
           'stackless']


class atomic:
    """A with block in which the running tasklet is not interrupted by run(n)."""

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        self._before = getcurrent().set_atomic(True)

    def __exit__(self, kind, value, traceback):
        getcurrent().set_atomic(self._before)


class StacklessModuleType(types.ModuleType):
    """The type of this module: its properties are computed."""

    @property
    def current(self):
        return getcurrent()

    @property
    def main(self):
        return getmain()

    @property
    def runcount(self):
        return getruncount()

    @property
    def debug(self):
        return getdebug()

    @property
    def uncollectables(self):
        return getuncollectables()

    @property
    def threads(self):
        return getthreads()

    @property
    def pickle_with_tracing_state(self):
        return bool(pickle_flags() & PICKLEFLAGS_PRESERVE_TRACING_STATE)

    @pickle_with_tracing_state.setter
    def pickle_with_tracing_state(self, value):
        flag = PICKLEFLAGS_PRESERVE_TRACING_STATE if value else 0
        pickle_flags(flag, PICKLEFLAGS_PRESERVE_TRACING_STATE)
        pickle_flags_default(flag, PICKLEFLAGS_PRESERVE_TRACING_STATE)

    @property
    def stackless(self):
        return self

    def __reduce__(self):
        return 'stackless'

    def __reduce_ex__(self, protocol):
        return 'stackless'


def _tasklet_get_unpicklable_state(tasklet):
    """What of a tasklet a pickle does not hold."""
    return {'context': tasklet.context_id}


sys.modules[__name__].__class__ = StacklessModuleType


def _register():
    """What running things need to be pickled (only from the first import of stackless on, as Stackless does)."""
    import copyreg
    from stackless import _wrap

    def generator():
        yield

    async def coroutine():
        pass

    async def async_generator():
        yield

    try:
        raise ValueError
    except ValueError as e:
        traceback = e.__traceback__
    g = generator()
    c = coroutine()
    a = async_generator()
    step = a.asend(None)
    wrapper = c.__await__()
    copyreg.pickle(type(generator), _wrap.reduce_function)
    copyreg.pickle(type(generator.__code__), _wrap.reduce_code)
    copyreg.pickle(type, _wrap.reduce_type)
    copyreg.pickle(types.CellType, _wrap.reduce_cell)
    copyreg.pickle(type(traceback.tb_frame), _wrap.reduce_frame)
    copyreg.pickle(_stackless._native_frame_type, _wrap.reduce_native_frame)
    copyreg.pickle(type(traceback), _wrap.reduce_traceback)
    for running in (g, c, a):
        copyreg.pickle(type(running), _wrap.reduce_generator)
    copyreg.pickle(type(wrapper), _wrap.reduce_coroutine_wrapper)
    copyreg.pickle(type(step), _wrap.reduce_async_step)
    copyreg.pickle(type(a.athrow(ValueError)), _wrap.reduce_async_step)
    for view in ({}.keys(), {}.values(), {}.items()):
        copyreg.pickle(type(view), _wrap.reduce_view)
    copyreg.pickle(types.ModuleType, _reduce_module)
    copyreg.pickle(StacklessModuleType, lambda module: 'stackless')
    c.close()


def _make_module(name):
    return types.ModuleType(name)


def _reduce_module(module):
    name = module.__name__
    if sys.modules.get(name) is module:
        import importlib
        return importlib.import_module, (name,)
    return _make_module, (name,), module.__dict__


_register()
