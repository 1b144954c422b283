# Event loops of asyncio beside tasklets: coroutines use channels without holding up their loop, and a loop that sleeps lets the tasklets run.
import asyncio, stackless, stackless.io

loop = asyncio.new_event_loop()  # not saved: makes sockets
ch = stackless.channel()
log = []


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as e:
        return f'{type(e).__name__}: {e}'


def drain():
    out = log[:]
    log.clear()
    return out


def start(f, *args):
    t = stackless.tasklet(f)(*args)
    while t.alive and not t.blocked:
        stackless.schedule()
    return t


# The tasklets run while the loop sleeps.
async def sleeping():
    t = stackless.tasklet(log.append)('tasklet')
    await asyncio.sleep(0.001)
    log.append('coroutine')
    return t.alive


print(loop.run_until_complete(sleeping()), drain())  # expect: False ['tasklet', 'coroutine']


# Receiving: who waits is on the channel, the other tasks go on.
async def receive():
    log.append(await ch)


async def receiving():
    task = asyncio.create_task(receive())
    await asyncio.sleep(0)
    log.append(ch.balance)
    ch.send('sent')
    await task
    return ch.balance


print(loop.run_until_complete(receiving()), drain())  # expect: 0 [-1, 'sent']


# Sending.
async def sending():
    task = asyncio.create_task(ch.send_async('value'))
    await asyncio.sleep(0)
    before = ch.balance
    value = ch.receive()
    return before, value, await task, ch.balance


print(loop.run_until_complete(sending()))  # expect: (1, 'value', None, 0)


# Two coroutines, in turns.
async def ping(to, back):
    for i in range(3):
        await to.send_async(i)
        log.append(await back)


async def pong(to, back):
    for i in range(3):
        await back.send_async(-(await to))


async def ping_pong():
    to, back = stackless.channel(), stackless.channel()
    await asyncio.gather(ping(to, back), pong(to, back))
    return to.balance, back.balance


print(loop.run_until_complete(ping_pong()), drain())  # expect: (0, 0) [0, -1, -2]


# async for: until the channel is closed and empty, or StopIteration is sent.
async def consume(channel):
    return [v async for v in channel]


def produce(channel, end):
    for i in range(3):
        stackless.io.sleep(0.001)
        channel.send(i)
    end(channel)


async def consuming():
    c = stackless.channel()
    stackless.tasklet(produce)(c, lambda c: c.send_exception(StopIteration))
    first = await consume(c)
    c.close()
    return first, await consume(c), c.balance


print(loop.run_until_complete(consuming()))  # expect: ([0, 1, 2], [], 0)


# Exceptions that are sent arrive; a closed channel is none to wait on.
async def failing():
    out = []
    for wait in (lambda: ch.send_exception(KeyError, 'k'), ch.close):
        task = asyncio.create_task(receive())
        if wait == ch.close:
            wait()
        await asyncio.sleep(0)
        if wait != ch.close:
            wait()
        try:
            await task
        except Exception as e:
            out.append(f'{type(e).__name__}: {e}')
    ch.open()
    return out


print(loop.run_until_complete(failing()))  # expect: ["KeyError: 'k'", 'ValueError: Send/receive operation on a closed channel']


# Who is cancelled is off the channel.
async def cancelled():
    task = asyncio.create_task(receive())
    other = asyncio.create_task(receive())
    await asyncio.sleep(0)
    before = ch.balance
    task.cancel()
    await asyncio.sleep(0)
    between = ch.balance
    ch.send('other')
    await other
    try:
        async with asyncio.timeout(0.001):
            await ch
    except TimeoutError:
        log.append('timeout')
    return before, between, task.cancelled(), ch.balance


print(loop.run_until_complete(cancelled()), drain())  # expect: (-2, -1, True, 0) ['other', 'timeout']


# Without a loop it is the tasklet that is blocked.
def by_hand():
    coroutine = receive()
    t = start(lambda: attempt(coroutine.send, None))
    before = t.blocked, ch.balance
    ch.send('by hand')
    while t.alive:
        stackless.schedule()
    return before, ch.balance, drain()


print(by_hand())  # expect: ((True, -1), 0, ['by hand'])


# A tasklet waits for a task, whose loop runs in another tasklet.
async def work(how):
    await asyncio.sleep(0.001)
    if how == 'fail':
        raise ValueError('failed')
    return how


def wait_for(task, timeout):
    log.append(attempt(stackless.io.result_of, task, timeout))


async def awaited():
    for how, timeout in (('done', None), ('fail', 10), ('slow', 0)):
        task = asyncio.create_task(work(how))
        t = stackless.tasklet(wait_for)(task, timeout)
        await asyncio.wait([task])
        while t.alive:
            await asyncio.sleep(0)
    log.append(attempt(stackless.io.result_of, task))
    log.append(attempt(stackless.io.result_of, asyncio.get_running_loop().create_future()))


loop.run_until_complete(awaited())
print(drain())
# expect: ['done', 'ValueError: failed', 'TimeoutError: result_of timed out', 'slow', 'RuntimeError: the event loop of the future runs in this tasklet: await the future']
print(attempt(stackless.io.result_of, 5))  # expect: TypeError: result_of() takes a task or future of asyncio, not int


# Several loops, each in its tasklet, take turns.
async def turns(name):
    for i in range(3):
        log.append((name, i))
        await asyncio.sleep(0.002)


def loops():
    tasks = [stackless.tasklet(asyncio.run)(turns(name)) for name in 'ab']
    while any(t.alive for t in tasks):
        stackless.io.sleep(0.001)
    out = drain()
    return sorted(out), sorted(out) == out


loop.close()  # not saved: closes sockets
print(loops())  # not saved: makes and closes sockets  # expect: ([('a', 0), ('a', 1), ('a', 2), ('b', 0), ('b', 1), ('b', 2)], False)
