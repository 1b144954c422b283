"""Stackless: tasklets, channels and the scheduler, as Stackless Python 3.8 has them.

The functions and types are Java's; here is the module object with its properties, and what is simplest in Python.
"""

import sys
import types

import _stackless
from _stackless import (
    bomb,
    cframe,
    channel,
    cstack,
    enable_softswitch,
    get_channel_callback,
    get_schedule_callback,
    get_thread_info,
    getcurrent,
    getcurrentid,
    getdebug,
    getmain,
    getruncount,
    getthreads,
    getuncollectables,
    pickle_flags,
    pickle_flags_default,
    run,
    schedule,
    schedule_remove,
    select,
    set_channel_callback,
    set_error_handler,
    set_schedule_callback,
    switch_trap,
    tasklet,
)

PICKLEFLAGS_PRESERVE_TRACING_STATE = 1
PICKLEFLAGS_PRESERVE_AG_FINALIZER = 2
PICKLEFLAGS_RESET_AG_FINALIZER = 4
PICKLEFLAGS_PICKLE_CONTEXT = 8

__all__ = [
    'atomic',
    'channel',
    'enable_softswitch',
    'get_channel_callback',
    'get_schedule_callback',
    'get_thread_info',
    'getcurrent',
    'getcurrentid',
    'getdebug',
    'getmain',
    'getruncount',
    'getthreads',
    'getuncollectables',
    'main_loop',
    'pickle_with_tracing_state',
    'run',
    'schedule',
    'schedule_remove',
    'select',
    'set_channel_callback',
    'set_error_handler',
    'set_schedule_callback',
    'switch_trap',
    'tasklet',
    'stackless',
]


class atomic:
    """A with block in which the running tasklet is not interrupted by run(n)."""

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        self._before = getcurrent().set_atomic(True)

    def __exit__(self, kind, value, traceback):
        getcurrent().set_atomic(self._before)


def main_loop():
    """Runs the tasklets until none can become runnable any more. Ours: Stackless has no such function.

    While nothing is runnable the thread waits, without using processor time, for the first tasklet whose time is over or whose descriptor is ready.
    Those that are blocked on channels for good are left there. What ends it early is an exception: KeyboardInterrupt, or what a
    tasklet does not catch; it may be called again then.
    """
    run()


def _constant(function):
    """A property of the module that cannot be set."""

    def refuse_to_set(self, value):
        raise AttributeError("can't set attribute")

    def refuse_to_delete(self):
        raise AttributeError("can't delete attribute")

    return property(lambda self: function(), refuse_to_set, refuse_to_delete, function.__doc__)


class StacklessModuleType(types.ModuleType):
    """The type of this module: its properties are computed."""

    current = _constant(getcurrent)
    main = _constant(getmain)
    runcount = _constant(getruncount)
    debug = _constant(getdebug)
    uncollectables = _constant(getuncollectables)
    threads = _constant(getthreads)

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

    def __getattr__(self, name):
        if name == 'io':
            # Programs that have imported it name it so, also after their state has gone to another process.
            import stackless.io

            return stackless.io
        raise AttributeError(f"module 'stackless' has no attribute {name!r}")

    def __reduce__(self):
        return 'stackless'

    def __reduce_ex__(self, protocol):
        return 'stackless'


def _tasklet_get_unpicklable_state(tasklet):
    """What of a tasklet a pickle does not hold."""
    if not isinstance(tasklet, _stackless.tasklet):
        raise TypeError(
            f'_tasklet_get_unpicklable_state() argument must be _stackless.tasklet, not {type(tasklet).__name__}'
        )
    return {'context': _stackless._context_of(tasklet)}


def _test_nostacklesscall(callable, /, *args, **kwargs):
    """Calls something in a way that a tasklet cannot be switched softly meanwhile."""
    return sys.call_tracing(lambda: callable(*args, **kwargs), ())


def _test_cframe_nr(switches=1):
    """Gives way to the other tasklets so many times."""
    for _ in range(switches):
        schedule()


def _test_outside():
    """Runs the other tasklets as a program does that embeds Python and has no main tasklet: until none can run."""
    run()


_stackless._test_outside = _test_outside
_stackless._tasklet_get_unpicklable_state = _tasklet_get_unpicklable_state
_stackless._test_nostacklesscall = _test_nostacklesscall
_stackless._test_cframe_nr = _test_cframe_nr
sys.modules[__name__].__class__ = StacklessModuleType


def _register():
    """What running things need to be pickled (only from the first import of stackless on, as Stackless does)."""
    import copyreg
    from stackless import _wrap

    _stackless._wrap = _wrap
    for kind, reduction in _wrap.reductions:
        copyreg.pickle(kind, reduction)
    copyreg.pickle(StacklessModuleType, lambda module: 'stackless')


_register()
