# Generators, coroutines and their asynchronous kin.


def count(n):
    for i in range(n):
        got = yield i
        if got:
            yield 'got ' + got


g = count(3)
print(next(g), g.send('x'), next(g), list(g))  # expect: 0 got x 1 [2]


def delegate():
    try:
        result = yield from inner()
    except KeyError as e:
        result = f'caught {e}'
    yield result
    return 'end'


def inner():
    try:
        while True:
            v = yield 'ready'
            if v == 'stop':
                return 'stopped'
    except ValueError:
        yield 'value error'
        raise KeyError('from inner')


d = delegate()
print(next(d), d.send('go'), d.throw(ValueError), next(d))  # expect: ready ready value error caught 'from inner'
next(d)  # expect error: StopIteration: end
d = delegate()
print(next(d), d.send('stop'), list(d))  # expect: ready stopped []


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(3)), sum(tree(4)))  # expect: [1, 2, 1, 3, 1, 2, 1] 26


def pipeline():
    numbers = (n for n in range(10))
    squares = (n * n for n in numbers if n % 2)
    return {n: [m for m in range(n % 4)] for n in squares}


print(pipeline())  # expect: {1: [0], 9: [0], 25: [0], 49: [0], 81: [0]}


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got * 2


async def work(n):
    total = 0
    for i in range(n):
        total += await Awaitable(i)
    return total


async def ticker(n):
    try:
        for i in range(n):
            yield await Awaitable(i)
    finally:
        await Awaitable('closing')


class Context:
    async def __aenter__(self):
        return await Awaitable('enter')

    async def __aexit__(self, *exc):
        await Awaitable('exit')
        return exc[0] is ValueError


async def main():
    out = [await work(3)]
    async with Context() as c:
        out.append(c)
        raise ValueError
    async for v in ticker(3):
        out.append(v)
    out.append([v async for v in ticker(2) if v])
    out.append({v: await work(1) async for v in ticker(2)})
    return out


def drive(coroutine):
    asked = []
    value = None
    while True:
        try:
            asked.append(coroutine.send(value))
            value = asked[-1] if isinstance(asked[-1], int) else 5
        except StopIteration as e:
            return asked, e.value


print(drive(main()))
# expect: ([0, 1, 2, 'enter', 'exit', 0, 1, 2, 'closing', 0, 1, 'closing', 0, 0, 1, 0, 'closing'], [6, 10, 0, 2, 4, [2], {0: 0, 2: 0}])


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    return [v for v, _ in zip(it, range(n))]


print(take(10, fibonacci()), next(v for v in fibonacci() if v > 1000))  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 1597


def stop():
    yield 1
    raise StopIteration('too early')


list(stop())  # expect error: RuntimeError: generator raised StopIteration


def closing():
    g = count(5)
    next(g)
    g.close()
    return next(g, 'exhausted'), g.gi_frame


print(closing())  # expect: ('exhausted', None)
