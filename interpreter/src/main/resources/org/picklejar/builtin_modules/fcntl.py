"""File control: constants, and locks that always succeed, for one process has its files to itself here."""

import errno
import os

FD_CLOEXEC = 1
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW = range(8)
F_RDLCK, F_WRLCK, F_UNLCK = range(3)
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8


def fcntl(fd, cmd, arg=0, /):
    number = fd if isinstance(fd, int) else fd.fileno()
    if cmd == F_GETFL:
        return 0 if os.get_blocking(number) else os.O_NONBLOCK
    if cmd == F_SETFL:
        os.set_blocking(number, not arg & os.O_NONBLOCK)
        return 0
    if cmd == F_GETFD:
        return FD_CLOEXEC
    if cmd == F_DUPFD:
        return os.dup(number)
    if cmd in (F_SETFD, F_SETLK, F_SETLKW):
        return 0
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    raise OSError(errno.ENOTTY, os.strerror(errno.ENOTTY))


def flock(fd, operation, /):
    os.fstat(fd if isinstance(fd, int) else fd.fileno())


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    os.fstat(fd if isinstance(fd, int) else fd.fileno())
