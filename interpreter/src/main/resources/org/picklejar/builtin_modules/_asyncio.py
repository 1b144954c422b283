"""Accelerator module for asyncio"""

import sys as _sys
from _weakrefset import WeakSet as _WeakSet

import _asyncio_types as _types
from _asyncio_types import (
    Future,
    Task,
    _current_tasks,
    _eager_tasks,
    _enter_task,
    _get_running_loop,
    _leave_task,
    _register_task,
    _set_running_loop,
    current_task,
    get_event_loop,
    get_running_loop,
)

_scheduled_tasks = _WeakSet()
_add_scheduled = _scheduled_tasks.add


def _register_eager_task(task):
    """Register a new task in asyncio as executed by loop.

    Returns None."""
    _eager_tasks.add(task)


def _unregister_task(task):
    """Unregister a task.

    Returns None."""
    _scheduled_tasks.discard(task)


def _unregister_eager_task(task):
    """Unregister a task.

    Returns None."""
    _eager_tasks.discard(task)


def _swap_current_task(loop, task):
    """Temporarily swap in the supplied task and return the original one (or None).

    This is intended for use during eager coroutine execution."""
    previous = _current_tasks.get(loop)
    if task is None:
        del _current_tasks[loop]
    else:
        _current_tasks[loop] = task
    return previous


# ---- what futures and tasks leave to Python: what is rare, and what is an error


def _loop_of_policy():
    return _sys.modules['asyncio.events'].get_event_loop_policy().get_event_loop()


def _enter(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {current!r} is being executed.')
    _current_tasks[loop] = task


def _leave(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {current!r}.')
    del _current_tasks[loop]


def _no_coroutine(o):
    raise TypeError(f'a coroutine was expected, got {o!r}')


def _already_done(task, exception):
    raise _InvalidStateError(f'__step(): already done: {task!r} {exception!r}')


def _start_eagerly(task, step):
    loop = task.get_loop()
    previous = _swap_current_task(loop, task)
    try:
        _register_eager_task(task)
        try:
            task.get_context().run(step)
        finally:
            _unregister_eager_task(task)
    finally:
        _swap_current_task(loop, previous)
        if task.done():
            _types._forget_coroutine(task)
        else:
            _register_task(task)


def _deal_with(task, given):
    """A coroutine gave something else than None or a future of the task's loop that is awaited."""
    blocking = getattr(given, '_asyncio_future_blocking', None)
    if given is task:
        problem = f'Task cannot await on itself: {task!r}'
    elif blocking is None:
        if isinstance(given, type(_ for _ in ())):
            problem = f'yield was used instead of yield from for generator in task {task!r} with {given!r}'
        else:
            problem = f'Task got bad yield: {given!r}'
    elif _loop_of(given) is not task._loop:
        problem = f'Task {task!r} got Future {given!r} attached to a different loop'
    elif not blocking:
        problem = f'yield was used instead of yield from in task {task!r} with {given!r}'
    else:
        given._asyncio_future_blocking = False
        given.add_done_callback(_types._wakeup(task), context=task.get_context())
        _types._wait_for(task, given)
        if task._must_cancel and given.cancel(msg=task._cancel_message):
            _types._is_cancelled(task)
        return
    task._loop.call_soon(_types._step(task, RuntimeError(problem)), context=task.get_context())


def _loop_of(future):
    get_loop = getattr(future, 'get_loop', None)
    return future._loop if get_loop is None else get_loop()


def _throw(iterator, kind, value, traceback, several):
    """Does what ``throw()`` of an iterator over a future does with other arguments than an exception."""
    if several:
        import warnings

        warnings.warn(
            'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.',
            DeprecationWarning,
            stacklevel=2,
        )
    if traceback is not None and not isinstance(traceback, _TracebackType):
        raise TypeError('throw() third argument must be a traceback')
    if isinstance(kind, type) and issubclass(kind, BaseException):
        if isinstance(value, kind):
            made = value
        elif value is None:
            made = kind()
        else:
            made = kind(*value) if isinstance(value, tuple) else kind(value)
    elif isinstance(kind, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        made = kind
    else:
        raise TypeError('exceptions must be classes deriving BaseException or instances of such a class')
    iterator.close()
    raise made if traceback is None else made.with_traceback(traceback)


def _report_exception(future):
    exception = future._exception
    future._log_traceback = False
    context = {
        'message': f'{type(future).__name__} exception was never retrieved',
        'exception': exception,
        'future': future,
    }
    _report(future, context)


def _report_pending(task):
    _report(task, {'task': task, 'message': 'Task was destroyed but it is pending!'})


def _report(future, context):
    if future._source_traceback:
        context['source_traceback'] = future._source_traceback
    future._loop.call_exception_handler(context)


_first = _types._adopt(globals())
_scheduled_tasks = _first['_scheduled_tasks']
_add_scheduled = _first['_add_scheduled']
del _first

# Behind all names: what is imported here imports this module.
from types import TracebackType as _TracebackType  # noqa: E402

from asyncio.exceptions import CancelledError as _CancelledError  # noqa: E402
from asyncio.exceptions import InvalidStateError as _InvalidStateError  # noqa: E402
