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
