"""Waiting for descriptors."""

import posix as _posix
import errno as _errno
from _stackless import _get_running_loop, _wait_outside

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
PIPE_BUF = 4096


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


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    read = [(_number(f), f) for f in rlist]
    write = [(_number(f), f) for f in wlist]
    for f in xlist:
        _number(f)
    interests = {}
    for fd, _ in read:
        interests[fd] = interests.get(fd, 0) | POLLIN
    for fd, _ in write:
        interests[fd] = interests.get(fd, 0) | POLLOUT
    found = dict(_posix._wait_ready(list(interests.items()), timeout))
    for fd, events in found.items():
        if events & POLLNVAL:
            raise OSError(_errno.EBADF, 'Bad file descriptor')
    return (
        [f for fd, f in read if found.get(fd, 0) & (POLLIN | POLLHUP)],
        [f for fd, f in write if found.get(fd, 0) & POLLOUT],
        [],
    )


class poll:
    """A polling object. A class, for selectors keeps it as a class attribute and calls it through an instance."""

    def __init__(self):
        self._interests = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._interests[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        number = _number(fd)
        if number not in self._interests:
            raise FileNotFoundError(_errno.ENOENT, 'No such file or directory')
        self._interests[number] = eventmask

    def unregister(self, fd, /):
        del self._interests[_number(fd)]

    def poll(self, timeout=None, /):
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        if _sleeps_here(self):
            return _wait_outside(self._interests, seconds)
        return _posix._wait_ready(list(self._interests.items()), seconds)


def _sleeps_here(poller):
    """Whether it is where the event loop of asyncio that runs in this tasklet sleeps: then the other tasklets run meanwhile."""
    selector = getattr(_get_running_loop(), '_selector', None)
    return getattr(selector, '_selector', None) is poller
