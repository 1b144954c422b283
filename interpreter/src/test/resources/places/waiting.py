# place: asyncio.run
# not by ticks: sockets of the loop are numbers while they are made
import asyncio


async def child(v):
    await asyncio.sleep(0)
    return wait(v)


async def main():
    q = asyncio.Queue()
    await q.put(wait(1))
    t = asyncio.create_task(child(2))
    a = await asyncio.gather(child(3), t)
    async with asyncio.timeout(60):
        b = await q.get()
    async with asyncio.TaskGroup() as g:
        c = g.create_task(child(4))
    l = asyncio.Lock()
    async with l:
        wait()
    return a, b, c.result()


def f():
    return asyncio.run(main())


# expect: ([3, 2], 1, 4)


# place: asyncio.Runner
import asyncio


async def child(v):
    await asyncio.sleep(0)
    return wait(v)


async def main():
    q = asyncio.Queue()
    await q.put(wait(1))
    t = asyncio.create_task(child(2))
    a = await asyncio.gather(child(3), t)
    async with asyncio.timeout(60):
        b = await q.get()
    async with asyncio.TaskGroup() as g:
        c = g.create_task(child(4))
    l = asyncio.Lock()
    async with l:
        wait()
    return a, b, c.result()


runner = asyncio.Runner()
runner.get_loop()


def f():
    return runner.run(main())


# expect: ([3, 2], 1, 4)


# place: await of a channel and async for
# refused at some ticks: cannot pickle 'socket' object
import asyncio
import stackless


async def fill(c, v):
    await c.send_async(wait(v))
    c.close()


async def both(c):
    t = asyncio.create_task(fill(c, 5))
    out = [v async for v in c]
    await t
    d = stackless.channel()
    stackless.tasklet(d.send)(wait(6))
    return out, await d


loop = asyncio.new_event_loop()


def f():
    return loop.run_until_complete(both(stackless.channel()))


# expect: ([5], 6)


# place: select over channels
import stackless


def partner(c, v):
    c.send(wait(v))


def f():
    a, b = stackless.channel(), stackless.channel()
    stackless.tasklet(partner)(b, 1)
    c, v = stackless.select(a, b)
    return c is b, v, a.balance, b.balance


# expect: (True, 1, 0, 0)


# place: a sleep and a limited receive
import stackless
import stackless.io


def f():
    c = stackless.channel()
    stackless.io.sleep(0.001)
    try:
        c.receive(timeout=0.001)
    except TimeoutError as e:
        return wait(str(e)), c.balance


# expect: ('receive timed out', 0)


# place: a pickle of a tasklet that sleeps
import pickle
import stackless
import stackless.io


def sleeper():
    stackless.io.sleep(3600)


def f():
    t = stackless.tasklet(sleeper)()
    while not t.blocked:
        stackless.schedule()
    data = pickle.dumps(t)
    t.kill()
    t = pickle.loads(wait(data))
    seen = t.blocked
    t.kill()
    return seen, t.alive


# expect: (True, False)


# place: an unpickler in Python that reads what holds frames
import functools
import io
import pickle
import stackless


def numbers(n):
    yield from range(n)


async def answer():
    return 42


def failed():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def counter():
    n = 0

    def count():
        nonlocal n
        n += 1
        return n

    return count


def worker(inbox, log, keep):
    for x in sorted(numbers(3), key=lambda v: -v):
        log.append(functools.reduce(lambda a, b: a + inbox.receive(), [1, 2], x))


class Reader(pickle.Unpickler):
    def find_class(self, module, name):
        return wait(super().find_class(module, name))


class Writer(pickle.Pickler):
    def persistent_id(self, o):
        return wait(o.name) if isinstance(o, Named) else None


class Named:
    def __init__(self, name):
        self.name = name


def f():
    inbox, log = stackless.channel(), []
    g = numbers(3)
    next(g)
    count = counter()
    count()
    t = stackless.tasklet(worker)(inbox, log, Named('kept'))
    while not t.blocked:
        stackless.schedule()
    b = io.BytesIO()
    w = Writer(b)
    w.dump([t, inbox, log, g, answer(), failed().__traceback__, count, {'a': 1}.items(), Named('x')])
    t.kill()
    r = Reader(io.BytesIO(b.getvalue()))
    r.persistent_load = str
    t, inbox, log, g, c, e, count, items, x = r.load()
    while t.alive:
        if inbox.balance < 0:
            inbox.send(10)
        else:
            stackless.schedule()
    try:
        c.send(None)
    except StopIteration as s:
        c = s.value
    return log, next(g), c, e.tb_frame.f_code.co_name, count(), list(items), x


# expect: ([22, 21, 20], 1, 42, 'failed', 2, [('a', 1)], 'x')
