# select() over several channels. The balance of a channel is the length of its queue, whoever waits on it and on what else.
import math, pickle, stackless

a, b, c = channels = [stackless.channel() for _ in range(3)]
names = {a: 'a', b: 'b', c: 'c'}
log = []


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def select(*cases, **kwargs):
    result = attempt(stackless.select, *cases, **kwargs)
    log.append(result if isinstance(result, str) else (names.get(result[0]), result[1]))


def drain():
    out = log[:]
    log.clear()
    return out


def queues():
    """The balances, after looking whether they are the lengths of the queues."""
    for channel in channels:
        waiting = channel.__reduce__()[2][2]
        assert abs(channel.balance) == len(waiting), (channel, waiting)
    return [channel.balance for channel in channels]


def start(f, *args, **kwargs):
    t = stackless.tasklet(f)(*args, **kwargs)
    while t.alive and not t.blocked:
        stackless.schedule()
    return t


def finish(*tasklets):
    while any(t.alive for t in tasklets):
        stackless.schedule()
    return drain(), queues()


# What cannot be.
print(attempt(stackless.select))  # expect: TypeError: select() needs at least one case
print(
    attempt(stackless.select, 5)
)  # expect: TypeError: select() takes channels and tuples (channel, 'send', value), not int
print(
    attempt(stackless.select, (a, 'get'))
)  # expect: TypeError: select() takes channels and tuples (channel, 'send', value), not such a tuple
print(
    attempt(stackless.select, (a, 'receive', 1))
)  # expect: TypeError: select() takes channels and tuples (channel, 'send', value), not such a tuple
print(attempt(stackless.select, a, (a, 'send', 1)))  # expect: ValueError: select() takes each channel once
print(attempt(stackless.select, a, b, timeout=0), queues())  # expect: TimeoutError: select timed out [0, 0, 0]
print(attempt(stackless.select, a, b, timeout=0.001), queues())  # expect: TimeoutError: select timed out [0, 0, 0]
print(attempt(stackless.select, a, timeout=math.nan))  # expect: ValueError: timeout must be non-negative
print(attempt(stackless.select, a, timeout='1'))  # expect: TypeError: timeout must be an int, a float or None, not str


# It waits on all of them, and is off all of them with the first partner.
def first_partner():
    out = []
    for partner in (lambda: a.send('to a'), lambda: b.send('to b'), lambda: out.append(c.receive())):
        t = start(select, a, b, (c, 'send', 'from select'))
        out.append((queues(), t.blocked, names[t._channel]))
        out.append((partner(), *finish(t)))
    return out


for line in first_partner():
    print(line)
# expect: ([-1, -1, 1], True, 'a')
# expect: (None, [('a', 'to a')], [0, 0, 0])
# expect: ([-1, -1, 1], True, 'a')
# expect: (None, [('b', 'to b')], [0, 0, 0])
# expect: ([-1, -1, 1], True, 'a')
# expect: from select
# expect: (None, [('c', None)], [0, 0, 0])


# Of several partners that wait already it takes the one that came first, whatever the order of the cases.
def fair():
    senders = [start(channel.send, value) for channel, value in ((c, 1), (a, 2), (c, 3), (b, 4))]
    before = queues()
    for _ in range(4):
        select(a, b, c)
    return before, *finish(*senders)


print(fair())  # expect: ([1, 1, 2], [('c', 1), ('a', 2), ('c', 3), ('b', 4)], [0, 0, 0])


# It has its place among those that only receive or send.
def in_line():
    tasks = [start(lambda: log.append(a.receive())), start(select, b, a), start(lambda: log.append(a.receive()))]
    before = queues()
    a.send(1)
    a.send(2)
    between = queues()
    a.send(3)
    return before, between, finish(*tasks)


print(in_line())  # expect: ([-3, -1, 0], [-1, 0, 0], ([1, ('a', 2), 3], [0, 0, 0]))


# Two that select meet each other.
def each_other():
    one = start(select, a, (b, 'send', 'from one'))
    two = start(select, b, (a, 'send', 'from two'))
    return finish(one, two)


print(each_other())  # expect: ([('b', 'from one'), ('b', None)], [0, 0, 0])


# Exceptions that are sent arrive as such; a closed channel is none to wait on.
def exceptions():
    t = start(select, a, b)
    b.send_exception(KeyError, 'sent')
    first = finish(t)
    c.close()
    select(a, c)
    c.open()
    return first, drain()


print(
    exceptions()
)  # expect: ((["KeyError: 'sent'"], [0, 0, 0]), ['ValueError: Send/receive operation on a closed channel'])


# What ends a wait ends it on all channels.
def ended():
    out = []
    for end in (
        lambda t: t.kill(),
        lambda t: t.raise_exception(ValueError, 'raised'),
        lambda t: t.throw(ValueError('thrown'), pending=True),
        lambda t: out.append((attempt(t.remove), attempt(t.insert), attempt(t.run))),
    ):
        t = start(select, a, (b, 'send', 1), c)
        end(t)
        if t.blocked:
            out.append(queues())
            t.kill()
        out.append(finish(t))
    return out


for line in ended():
    print(line)
# expect: ([], [0, 0, 0])
# expect: (['ValueError: raised'], [0, 0, 0])
# expect: (['ValueError: thrown'], [0, 0, 0])
# expect: ('RuntimeError: You cannot remove a blocked tasklet.', 'RuntimeError: You cannot run a blocked tasklet', 'RuntimeError: You cannot run a blocked tasklet')
# expect: [-1, 1, -1]
# expect: ([], [0, 0, 0])


# The channel callback is told of each channel.
def callback():
    calls = []
    stackless.set_channel_callback(lambda channel, t, sends, blocks: calls.append((names[channel], sends, blocks)))
    t = start(select, a, (b, 'send', 1))
    b.receive()
    stackless.set_channel_callback(None)
    return calls, finish(t)


print(callback())  # not saved: callbacks belong to the process  # expect: ([('a', 0, 1), ('b', 1, 1), ('b', 0, 0)], ([('b', None)], [0, 0, 0]))


# Pickles of a tasklet that selects take its channels along; so do those of one of the channels.
def pickled():
    out = []
    for what in (lambda t: t, lambda t: b, lambda t: (b, t)):
        t = start(select, a, (b, 'send', [1]), timeout=3600)
        other = start(a.receive)
        data = pickle.dumps(what(t))
        other.kill()
        t.kill()
        o = pickle.loads(data)
        t = o if isinstance(o, stackless.tasklet) else o.queue if isinstance(o, stackless.channel) else o[1]
        left, interests, (a2, b2) = t.__reduce__()[2][13]
        out.append((left > 0, interests, t.blocked, t._channel is a2, a2.balance, b2.balance))
        out.append((b2.receive(), a2.balance, b2.balance))
        a2.queue.kill()
        finish(t)
    return out, drain(), queues()


for line in pickled()[0]:
    print(line)
# expect: (True, None, True, True, -2, 1)
# expect: ([1], -1, 0)
# expect: (True, None, True, True, -2, 1)
# expect: ([1], -1, 0)
# expect: (True, None, True, True, -2, 1)
# expect: ([1], -1, 0)


# A copy of a channel does not take those that wait.
def copied():
    import copy

    t = start(select, a, b)
    other = copy.copy(a)
    before = other.balance, queues()
    t.kill()
    return before, other.balance, queues()


print(copied())  # expect: ((0, [-1, -1, 0]), 0, [0, 0, 0])
