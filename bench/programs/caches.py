"""functools.lru_cache beside caches written with OrderedDict and with a dict."""

from collections import OrderedDict
from functools import lru_cache


class Cache:
    def __init__(self, size):
        self.size = size
        self.entries = OrderedDict()
        self.hits = 0

    def get(self, key):
        if key in self.entries:
            self.entries.move_to_end(key)
            self.hits += 1
            return self.entries[key]
        return None

    def put(self, key, value):
        self.entries[key] = value
        if len(self.entries) > self.size:
            self.entries.popitem(last=False)


class DictCache(Cache):
    def __init__(self, size):
        super().__init__(size)
        self.entries = {}

    def get(self, key):
        value = self.entries.pop(key, None)
        if value is not None:
            self.hits += 1
            self.entries[key] = value
        return value

    def put(self, key, value):
        self.entries[key] = value
        if len(self.entries) > self.size:
            del self.entries[next(iter(self.entries))]


@lru_cache(maxsize=256)
def square(n):
    return n * n


@lru_cache(maxsize=None)
def ways(n, k):
    return 1 if n == 0 else sum(ways(n - i, i) for i in range(1, min(n, k) + 1))


def run():
    square.cache_clear()
    ways.cache_clear()
    state = 99
    total = 0
    caches = Cache(200), DictCache(200)
    for _ in range(30_000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        key = (state >> 16) % 300
        total += square(key)
        for cache in caches:
            if cache.get(key) is None:
                cache.put(key, key + 1)
    return total, [c.hits for c in caches], square.cache_info().hits, ways(60, 60)


EXPECTED = (889826183, [20000, 20000], 25492, 966467)
