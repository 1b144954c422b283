"""Semaphores that processes share."""

import posix as _posix
from _thread import get_ident as _get_ident

flags = {'HAVE_SEM_OPEN': 1, 'HAVE_SEM_TIMEDWAIT': 1}
_RECURSIVE_MUTEX, _SEMAPHORE = range(2)


def sem_unlink(name, /):
    _posix._sem_unlink(name)


class SemLock:
    """Semaphore/Mutex type"""

    SEM_VALUE_MAX = 2147483647

    def __new__(cls, kind, value, maxvalue, name, unlink):
        if kind not in (_RECURSIVE_MUTEX, _SEMAPHORE):
            raise ValueError('unrecognized kind')
        handle = _posix._sem_open(name, value)
        if unlink:
            _posix._sem_unlink(name)
        return cls._of(handle, kind, maxvalue, None if unlink else name)

    @classmethod
    def _of(cls, handle, kind, maxvalue, name):
        self = object.__new__(cls)
        self.handle = handle
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = name
        self._taken = 0
        self._owner = 0
        return self

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name, /):
        # The handle is one of another process, unless there was no name to open.
        return cls._of(handle if name is None else _posix._sem_open(name, -1), kind, maxvalue, name)

    def acquire(self, block=True, timeout=None):
        """Acquire the semaphore/lock."""
        if self.kind == _RECURSIVE_MUTEX and self._is_mine():
            self._taken += 1
            return True
        seconds = 0.0 if not block else -1.0 if timeout is None else max(0.0, float(timeout))
        if not _posix._sem_wait(self.handle, seconds):
            return False
        self._taken += 1
        self._owner = _get_ident()
        return True

    def release(self):
        """Release the semaphore/lock."""
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._taken > 1:
                self._taken -= 1
                return
        elif _posix._sem_value(self.handle) >= self.maxvalue:
            raise ValueError('semaphore or lock released too many times')
        # Before somebody else has it.
        self._taken -= 1
        _posix._sem_post(self.handle)

    def __enter__(self):
        """Enter the semaphore/lock."""
        return self.acquire()

    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
        """Exit the semaphore/lock."""
        self.release()

    def _count(self):
        """Num of `acquire()`s minus num of `release()`s for this process."""
        return self._taken

    def _is_mine(self):
        """Whether the lock is owned by this thread."""
        return self._taken > 0 and self._owner == _get_ident()

    def _get_value(self):
        """Get the value of the semaphore."""
        return _posix._sem_value(self.handle)

    def _is_zero(self):
        """Return whether semaphore has value zero."""
        return _posix._sem_value(self.handle) == 0

    def _after_fork(self):
        """Rezero the net acquisition count after fork()."""
        self._taken = 0

    def __reduce_ex__(self, protocol, /):
        raise TypeError("cannot pickle 'SemLock' object: a semaphore belongs to the running processes")

    def __del__(self):
        _posix._sem_close(self.handle)


SemLock.__module__ = '_multiprocessing'
SemLock.__qualname__ = 'SemLock'
