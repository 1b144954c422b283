"""File control: flags, and locks of files against other processes.

Locks are those of fcntl(2), also for flock(); one file cannot have both kinds. Who waits for a lock asks again and again, and lets other tasklets run meanwhile.
"""

import errno as _errno
import os as _os
import posix as _posix
from time import sleep as _sleep

FD_CLOEXEC = 1
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW = range(8)
F_DUPFD_CLOEXEC = 1030
F_RDLCK, F_WRLCK, F_UNLCK = range(3)
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8

_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.05
_MODES = {LOCK_UN: 0, LOCK_SH: 1, LOCK_EX: 2}
_END = 0x7FFFFFFFFFFFFFFF


def _number(file):
    if isinstance(file, int):
        fd = int(file)
    else:
        method = getattr(file, 'fileno', None)
        if method is None:
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = method()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def _error(number):
    return OSError(number, _os.strerror(number))


def fcntl(fd, cmd, arg=0, /):
    """Perform an operation on a file descriptor: those of flags and of copies. Locks are set by lockf()."""
    number = _number(fd)
    if cmd == F_GETFL:
        return _posix._access_flags(number)
    if cmd == F_SETFL:
        _os.set_blocking(number, not arg & _os.O_NONBLOCK)
        return 0
    if cmd == F_GETFD:
        return 0 if _os.get_inheritable(number) else FD_CLOEXEC
    if cmd == F_SETFD:
        _os.set_inheritable(number, not arg & FD_CLOEXEC)
        return 0
    if cmd in (F_DUPFD, F_DUPFD_CLOEXEC):
        return _posix._duplicate_from(number, arg)
    if cmd in (F_GETLK, F_SETLK, F_SETLKW):
        raise NotImplementedError('fcntl() sets no locks here: use lockf()')
    raise _error(_errno.EINVAL)


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """Refused: no descriptor is a device that can be controlled from here."""
    _os.fstat(_number(fd))
    raise _error(_errno.ENOTTY)


def _lock(attempt, operation):
    """Calls attempt() until it is true; once only for LOCK_NB."""
    pause = _FIRST_PAUSE
    while not attempt():
        if operation & LOCK_NB:
            raise BlockingIOError(_errno.EWOULDBLOCK, _os.strerror(_errno.EWOULDBLOCK))
        _sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def flock(fd, operation, /):
    """Lock a whole file: LOCK_SH, LOCK_EX or LOCK_UN, with LOCK_NB without waiting. The lock is that of the open file."""
    number = _number(fd)
    mode = _MODES.get(operation & ~LOCK_NB)
    if mode is None:
        raise _error(_errno.EINVAL)
    _lock(lambda: _posix._flock(number, mode), operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    """Lock a part of a file for the process: LOCK_SH, LOCK_EX or LOCK_UN, with LOCK_NB without waiting.

    len: in bytes, 0 to the end. start: relative to the beginning, the position or the end, as whence is 0, 1 or 2.
    """
    number = _number(fd)
    mode = _MODES.get(cmd & ~LOCK_NB)
    if mode is None:
        raise ValueError('unrecognized lockf argument')
    if whence == 1:
        start += _os.lseek(number, 0, 1)
    elif whence == 2:
        start += _os.fstat(number).st_size
    elif whence != 0:
        raise _error(_errno.EINVAL)
    begin, end = (start + len, start) if len < 0 else (start, start + len if len else _END)
    if begin < 0:
        raise _error(_errno.EINVAL)
    _lock(lambda: _posix._lock_range(number, mode, begin, end), cmd)
