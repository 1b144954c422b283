"""Coroutines, async generators, async with and async comprehensions, driven by hand."""


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self
        return self.value


class Resource:
    opened = 0

    async def __aenter__(self):
        Resource.opened += 1
        return self

    async def __aexit__(self, *error):
        return False


async def count(n):
    for i in range(n):
        yield i


async def delayed(n):
    for i in range(n):
        yield await Ready(i)


async def double(source):
    async for value in source:
        yield value * 2


async def deep(n):
    return await deep(n - 1) + 1 if n else 0


async def main():
    total = 0
    async for value in double(count(40_000)):
        total += value
    total += sum([v async for v in double(delayed(20_000)) if v % 3])
    for _ in range(1000):
        async with Resource():
            total += await deep(20)
    return total


def run():
    waited = 0
    coroutine = main()
    try:
        while True:
            coroutine.send(None)
            waited += 1
    except StopIteration as e:
        return e.value, waited


EXPECTED = (1866633334, 20000)
