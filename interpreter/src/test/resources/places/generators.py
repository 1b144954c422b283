# place: a generator that has not started
def g():
    yield 1
    yield 2


def f():
    it = g()
    wait()
    return list(it)


# expect: [1, 2]


# place: a generator that is suspended
def g():
    v = yield 1
    yield v


def f():
    it = g()
    next(it)
    wait()
    return it.send(5), list(it)


# expect: (5, [])


# place: inside a generator
def g():
    a = wait(1)
    b = yield a
    yield wait(b)


def f():
    it = g()
    return next(it), it.send(7)


# expect: (1, 7)


# place: a generator that has ended
def g():
    yield 1


def f():
    it = g()
    list(it)
    wait()
    return list(it), it.gi_frame


# expect: ([], None)


# place: yield from
def inner():
    v = yield wait(1)
    return wait(v)


def g():
    r = yield from inner()
    yield ('r', r)


def f():
    it = g()
    return next(it), it.send(4)


# expect: (1, ('r', 4))


# place: yield from an iterator in Python
class I:
    def __iter__(self):
        return wait(self)

    def __next__(self):
        raise StopIteration(wait(9))

    def send(self, v):
        return wait(v)


def g():
    r = yield from I()
    yield r


def f():
    return list(g())


# expect: [9]


# place: generator.throw
def g():
    try:
        yield 1
    except KeyError as e:
        yield wait(repr(e))
    finally:
        wait()


def f():
    it = g()
    next(it)
    return it.throw(KeyError('k')), list(it)


# expect: ("KeyError('k')", [])


# place: generator.close
log = []


def g():
    try:
        yield 1
    finally:
        log.append(wait('closed'))


def f():
    it = g()
    next(it)
    it.close()
    return log


# expect: ['closed']


# place: a finally with a return under way
def h():
    try:
        return 'r'
    finally:
        wait()


def k():
    for v in (1, 2):
        try:
            continue
        finally:
            wait()
    try:
        raise ValueError
    except ValueError:
        return 'e'
    finally:
        wait()


def f():
    return h(), k()


# expect: ('r', 'e')


# place: except and except*
def f():
    out = []
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        out.append(wait(repr(e)))
    except* (TypeError, KeyError) as e:
        out.append(wait(len(e.exceptions)))
    try:
        try:
            1 / wait(0)
        except ZeroDivisionError as e:
            wait()
            raise KeyError('k') from e
    except KeyError as e:
        out.append((wait(repr(e.__cause__)), e.__suppress_context__))
    return out


# expect: ["ExceptionGroup('g', [ValueError(1)])", 2, ("ZeroDivisionError('division by zero')", True)]


# place: except with an expression that waits
def f():
    try:
        raise ValueError('v')
    except wait((KeyError, ValueError)) as e:
        return wait(str(e))


# expect: v


# place: raise of a class whose constructor waits
class E(Exception):
    def __init__(self, v):
        super().__init__(wait(v))


def f():
    try:
        raise E(1)
    except E as e:
        return e.args


# expect: (1,)


# place: except* that raises
def f():
    try:
        try:
            raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
        except* ValueError:
            raise KeyError(wait('k'))
    except ExceptionGroup as e:
        return repr(e), [repr(x) for x in e.exceptions]


# expect: ("ExceptionGroup('', [KeyError('k'), ExceptionGroup('g', [TypeError(2)])])", ["KeyError('k')", "ExceptionGroup('g', [TypeError(2)])"])


# place: coroutines
class A:
    def __await__(self):
        v = yield wait('out')
        return wait(v)


async def inner():
    return wait(await A())


async def outer():
    return ('outer', await inner())


def f():
    c = outer()
    a = c.send(None)
    try:
        c.send(5)
    except StopIteration as e:
        return a, e.value


# expect: ('out', ('outer', 5))


# place: async with and async for
class C:
    async def __aenter__(self):
        return wait('in')

    async def __aexit__(self, *e):
        return wait(True)

    def __aiter__(self):
        return wait(self)

    n = 0

    async def __anext__(self):
        self.n += 1
        if wait(self.n) > 2:
            raise StopAsyncIteration
        return self.n


async def run():
    out = []
    async with C() as c:
        out.append(c)
        async for v in C():
            out.append(wait(v))
        out.append([v async for v in C() if wait(v)])
        out.append({v: v async for v in C()})
        raise KeyError
    return out


def f():
    try:
        run().send(None)
    except StopIteration as e:
        return e.value


# expect: ['in', 1, 2, [1, 2], {1: 1, 2: 2}]


# place: async generators
async def g():
    try:
        v = yield wait(1)
        yield wait(v)
    finally:
        wait()


async def run():
    it = g()
    a = await it.asend(None)
    b = await it.asend(5)
    await it.aclose()
    h = g()
    await anext(h)
    try:
        await h.athrow(KeyError('k'))
    except KeyError as e:
        c = repr(e)
    return a, b, c, [v async for v in g()]


def f():
    try:
        run().send(None)
    except StopIteration as e:
        return e.value


# expect: (1, 5, "KeyError('k')", [1, None])


# place: comprehensions
def f():
    return (
        [wait(v) for v in range(2)],
        {wait(v) for v in range(2)},
        {wait(v): wait(v) for v in range(2)},
        list(wait(v) for v in range(2)),
        [(a, b) for a in range(wait(2)) for b in range(wait(a))],
    )


# expect: ([0, 1], {0, 1}, {0: 0, 1: 1}, [0, 1], [(1, 0)])


# place: assignment targets
class C:
    pass


def f():
    c, d, a = C(), {}, [0, 0]
    c.x, d[wait('k')], a[wait(1)] = wait((1, 2, 3))
    (w := wait(4))
    for c.y in (wait(v) for v in (7,)):
        pass
    return vars(c), d, a, w


# expect: ({'x': 1, 'y': 7}, {'k': 2}, [0, 3], 4)


# place: global and nonlocal
counter = 0


def f():
    n = 0

    def g():
        nonlocal n
        global counter
        n += wait(1)
        counter += wait(2)

    g()
    g()
    return n, counter


# expect: (2, 4)


# place: recursion
def fact(n):
    return 1 if n < 2 else n * fact(wait(n - 1))


def f():
    return fact(5)


# expect: 120


# place: deep recursion
def deep(n):
    return wait(0) if n == 0 else 1 + deep(n - 1)


def f():
    import sys

    sys.setrecursionlimit(10**6)
    return deep(3000)


# expect: 3000


# place: nested tasklets
import stackless


def f():
    out = []

    def work(v):
        out.append(wait(v))

    c = stackless.channel()

    def sender():
        for v in range(2):
            c.send(wait(v))

    stackless.tasklet(sender)()
    return [c.receive(), c.receive()]


# expect: [0, 1]


# place: a global statement of a lambda
def f():
    g = lambda a, b=wait(1), *c, d=wait(2), **e: wait((a, b, c, d, e))
    return g(0, 5, 6, d=7, z=8)


# expect: (0, 5, (6,), 7, {'z': 8})


# place: string formatting
class N:
    def __format__(self, s):
        return wait('<' + s + '>')

    def __getattr__(self, n):
        return wait(n)

    def __getitem__(self, i):
        return wait(i)


def f():
    n = N()
    return '{0:a} {0.b} {0[c]} {x!s:>3}'.format(n, x=wait(1)), f'{n:{wait("w")}}', f'{wait(1)=}', format(n, 'q')


# expect: ('<a> b c   1', '<w>', 'wait(1)=1', '<q>')
