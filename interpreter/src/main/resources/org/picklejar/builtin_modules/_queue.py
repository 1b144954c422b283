"""What queue has in C: a queue without a limit."""

from collections import deque as _deque
from threading import Semaphore as _Semaphore
from types import GenericAlias as _GenericAlias


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""

    def __init__(self):
        self._items = _deque()
        self._count = _Semaphore(0)

    def put(self, item, block=True, timeout=None):
        """Put the item on the queue. It never blocks."""
        self._items.append(item)
        self._count.release()

    def put_nowait(self, item):
        """Put an item into the queue without blocking."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Remove and return an item from the queue. Empty is raised when there is none, at once or after the timeout."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        """Remove and return an item from the queue without blocking."""
        return self.get(False)

    def empty(self):
        """Return True if the queue is empty, False otherwise (not reliable!)."""
        return not self._items

    def qsize(self):
        """Return the approximate size of the queue (not reliable!)."""
        return len(self._items)

    __class_getitem__ = classmethod(_GenericAlias)
