"""Time of 1,000,000 calls inside one another."""

import sys
import time

DEPTH = 1_000_000


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def calls(depth):
    """Seconds for all."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + limit)
    try:
        begin = time.perf_counter()
        assert deep(depth) == depth
        return time.perf_counter() - begin
    finally:
        sys.setrecursionlimit(limit)


def check():
    calls(2000)


def measure():
    return {'%d calls deep' % DEPTH: (min(calls(DEPTH) for _ in range(5)) * 1e3, 'ms')}
