"""Waiting for descriptors. What waits is the tasklet: the others of its thread run meanwhile, unless it may not be blocked."""

import errno as _errno
import math as _math
import posix as _posix
from _stackless import _get_running_loop, _may_wait, _wait_outside

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
PIPE_BUF = 4096
_MOST_SECONDS = 9e9


def _number(file):
    if isinstance(file, int):
        fd = file
    else:
        try:
            fd = file.fileno()
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


class _Interests(dict):
    """The descriptors that a tasklet waits for. Their numbers mean nothing in another process."""

    def __reduce_ex__(self, protocol):
        if not self:
            return _Interests, ()
        fds = ', '.join(map(str, self))
        raise TypeError(f'cannot pickle a tasklet that waits for descriptor {fds}')


def _wait(interests, seconds):
    """
    Waits until descriptors have events, without looking first.

    interests: {fd: events}. seconds: for how long at most; None without a limit. Returns [(fd, events), ...], which is empty when the time is over.
    """
    if seconds is not None and seconds > _MOST_SECONDS:
        seconds = None
    if _may_wait():
        return _wait_outside(_Interests(interests), seconds)
    return _posix._wait_ready(list(interests.items()), seconds)


def _look_and_wait(interests, seconds):
    """Likewise, but without giving way when there is something, or no time."""
    found = _posix._wait_ready(list(interests.items()), 0)
    return found if found or seconds == 0 else _wait(interests, seconds)


def _seconds(timeout, what):
    if timeout is None:
        return None
    if isinstance(timeout, float):
        if timeout != timeout:
            raise ValueError('Invalid value NaN (not a number)')
    elif not isinstance(timeout, int):
        if not hasattr(timeout, '__index__'):
            raise TypeError(what)
        timeout = timeout.__index__()
    return timeout


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    timeout = _seconds(timeout, 'timeout must be a float or None')
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    read = _numbers(rlist)
    write = _numbers(wlist)
    interests = {fd: 0 for fd, _ in _numbers(xlist)}
    for fd, _ in read:
        interests[fd] = interests.get(fd, 0) | POLLIN
    for fd, _ in write:
        interests[fd] = interests.get(fd, 0) | POLLOUT
    found = dict(_look_and_wait(interests, timeout))
    for fd, events in found.items():
        if events & POLLNVAL:
            raise OSError(_errno.EBADF, 'Bad file descriptor')
    return (
        [f for fd, f in read if found.get(fd, 0) & (POLLIN | POLLHUP | POLLERR)],
        [f for fd, f in write if found.get(fd, 0) & (POLLOUT | POLLERR)],
        [],
    )


def _numbers(files):
    try:
        iterator = iter(files)
    except TypeError:
        raise TypeError('arguments 1-3 must be sequences') from None
    out = []
    for f in iterator:
        fd = _number(f)
        if fd >= 1024:
            raise ValueError('filedescriptor out of range in select()')
        out.append((fd, f))
    return out


def _mask(mask):
    if not isinstance(mask, int):
        raise TypeError(f"'{type(mask).__name__}' object cannot be interpreted as an integer")
    if mask < 0:
        raise ValueError('value must be positive')
    if mask > 0xFFFF:
        raise OverflowError('Python int too large for C unsigned short')
    return mask


class poll:
    """A polling object. A class, for selectors keeps it as a class attribute and calls it through an instance."""

    def __init__(self):
        self._interests = {}
        self._polling = False

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._interests[_number(fd)] = _mask(eventmask)

    def modify(self, fd, eventmask, /):
        number = _number(fd)
        mask = _mask(eventmask)
        if number not in self._interests:
            raise FileNotFoundError(_errno.ENOENT, 'No such file or directory')
        self._interests[number] = mask

    def unregister(self, fd, /):
        del self._interests[_number(fd)]

    def poll(self, timeout=None, /):
        milliseconds = _seconds(timeout, 'timeout must be an integer or None')
        if milliseconds is not None and milliseconds > 0x7FFFFFFF:
            raise OverflowError('timeout is too large')
        seconds = None if milliseconds is None or milliseconds < 0 else _math.ceil(milliseconds) / 1000
        if self._polling:
            raise RuntimeError('concurrent poll() invocation')
        self._polling = True
        try:
            if _sleeps_here(self):
                return _wait_outside(self._interests, seconds)
            return _look_and_wait(self._interests, seconds)
        finally:
            self._polling = False


def _sleeps_here(poller):
    """Whether it is where the event loop of asyncio that runs in this tasklet sleeps: then the other tasklets run at each turn."""
    selector = getattr(_get_running_loop(), '_selector', None)
    return getattr(selector, '_selector', None) is poller
