"""
How saved states take asyncio: event loops without the pair of sockets that wakes a loop, which is made anew in the new process; futures and tasks, and
what awaits and calls them.
"""

import _thread
import sys

from _stackless import _asyncio_parts, _fill_asyncio, _make_future, _make_future_iterator, _make_task_callback
from stackless._wrap import set_attributes


def loop_class():
    """A tuple with the class of all loops over sockets; empty as long as nobody has imported it."""
    return _class('asyncio.selector_events', 'BaseSelectorEventLoop')


def selector_class():
    """Likewise of selectors."""
    return _class('selectors', '_BaseSelectorImpl')


def _class(module, name):
    found = getattr(sys.modules.get(module), name, None)
    return () if found is None else (found,)


def event_loop(loop, loops):
    """
    The reduce value of a loop over sockets. One that waits for sockets of the program is refused.

    loops: where it is added to, for its own sockets (see own_socket).
    """
    state = dict(vars(loop))
    own, selector = state.pop('_ssock', None), state.get('_selector')
    state.pop('_csock', None)
    waits = list((selector.get_map() or {}).values()) if selector is not None else []
    mine = [key for key in waits if own is not None and key.fd == own.fileno()]
    if (own is None) != (not mine):
        raise TypeError('cannot pickle an event loop that is just being opened or closed')
    for key in waits:
        if key not in mine:
            raise TypeError(f'cannot pickle an event loop that waits for {key.fileobj!r}')
    if all(known is not loop for known in loops):
        loops.append(loop)
    tasks = sys.modules['asyncio.tasks']
    scheduled = [t for t in tasks._scheduled_tasks if t.get_loop() is loop]
    is_open = own is not None
    return (
        _new_loop,
        (type(loop), is_open),
        (state, mine[0].data if is_open else None, loop.time(), tasks._current_tasks.get(loop), scheduled),
        None,
        None,
        _fill_loop,
    )


def _new_loop(kind, is_open):
    loop = kind.__new__(kind)
    loop._ssock, loop._csock = _wake_up_pipe() if is_open else (None, None)
    return loop


def _wake_up_pipe():
    import socket

    pair = socket.socketpair()
    for end in pair:
        end.setblocking(False)
    return pair


def _fill_loop(loop, parts):
    from asyncio import tasks
    from selectors import EVENT_READ

    state, reader, time, current, scheduled = parts
    vars(loop).update(state)
    if reader is None:  # not open yet, or closed
        return
    # Not by add_reader, which cancels the handle that reads the pipe: it may just be about to be called.
    loop._selector.register(loop._ssock.fileno(), EVENT_READ, reader)
    loop._write_to_self()  # what had just been written to the old pipe has not woken it yet
    if loop._thread_id is not None:
        loop._thread_id = _thread.get_ident()
    passed = loop.time() - time
    for handle in loop._scheduled:
        handle._when += passed
    if current is not None:
        tasks._current_tasks[loop] = current
    for task in scheduled:
        tasks._register_task(task)


def set_steps(steps):
    """Makes those tasks the current ones of their loops of which saved tasklets take a step. steps: as _steps_of_tasks() gives it."""
    for loop, task, is_eager in steps:
        tasks = sys.modules['asyncio.tasks']
        if is_eager:
            tasks._register_eager_task(task)
        # Of two tasks of a loop the one that is further is current: the other has just started it.
        tasks._current_tasks.setdefault(loop, task)


def own_socket(socket, loops):
    """The reduce value of a socket that is one of the pair that wakes one of some loops; None for others."""
    for loop in loops:
        for name in ('_ssock', '_csock'):
            if vars(loop).get(name) is socket:
                return getattr, (loop, name)
    return None


def loop_selector(selector):
    """The reduce value of the selector of an event loop, which may just be waiting in it: with the object that polls, and empty. None for others."""
    for key in selector._fd_to_key.values():
        handle = key.data[0] if type(key.data) is tuple and key.data else None
        if getattr(getattr(handle, '_callback', None), '__name__', '') == '_read_from_self':
            return _make_selector, (type(selector), getattr(selector, '_selector', None))
    return None


def _make_selector(kind, poller):
    selector = kind()
    if poller is not None:
        poller._interests.clear()
        selector._selector = poller
    return selector


# ---- futures and tasks


def base_of_future(kind, asyncio):
    """Which of the two classes of the module asyncio a class of futures is made from."""
    return asyncio.Task if issubclass(kind, asyncio.Task) else asyncio.Future


def future(o):
    """The reduce value of a future or task."""
    return _make_future, (type(o),), (_asyncio_parts(o), object.__getstate__(o)), None, None, _fill_future


def _fill_future(o, state):
    parts, attributes = state
    _fill_asyncio(o, parts)
    set_attributes(o, attributes)


def future_iterator(o):
    """The reduce value of what awaits a future."""
    return _make_future_iterator, (), _asyncio_parts(o), None, None, _fill_asyncio


def task_callback(o):
    """The reduce value of what a loop calls for a task."""
    parts = _asyncio_parts(o)
    return _make_task_callback, (parts[0],), parts, None, None, _fill_asyncio
