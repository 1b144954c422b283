# Limits of waiting on channels, sleeping, and the loop that waits for them. No time is asserted, only the order.
import _thread, math, pickle, socket, stackless, stackless.io

ch = stackless.channel()
log = []


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


# Whose limit passes is off the channel, and goes on.
print(attempt(ch.receive, timeout=0.001), ch.balance)  # expect: TimeoutError: receive timed out 0
print(attempt(ch.send, 1, timeout=0.001), ch.balance)  # expect: TimeoutError: send timed out 0
print(attempt(ch.receive, timeout=0), ch.balance)  # expect: TimeoutError: receive timed out 0
print(attempt(ch.receive, timeout=-1), attempt(ch.receive, timeout=math.nan))  # expect: ValueError: timeout must be non-negative ValueError: timeout must be non-negative
print(attempt(ch.receive, timeout='1'))  # expect: TypeError: timeout must be an int, a float or None, not str
print(attempt(ch.receive, timeout=1e300))  # expect: OverflowError: timeout is too large
print(attempt(ch.receive, timeout=10**400))  # expect: OverflowError: timeout is too large
print(attempt(stackless.io.sleep, None))  # expect: TypeError: seconds must be an int or a float, not NoneType


def receive(timeout):
    log.append(attempt(ch.receive, timeout=timeout))


def drain():
    out = log[:]
    log.clear()
    return out


# Who comes in time is no longer limited.
def in_time():
    t = stackless.tasklet(receive)(3600)
    stackless.schedule()
    seen = t.blocked, ch.balance
    ch.send('value')
    while t.alive:
        stackless.schedule()
    return seen, ch.balance, drain()


print(in_time())  # expect: ((True, -1), 0, ['value'])


# Several wait in the order of their coming; one whose time is over leaves the middle.
def middle():
    tasks = [stackless.tasklet(receive)(t) for t in (3600, 0.001, 3600)]
    while ch.balance > -3 and tasks[1].alive:
        stackless.schedule()
    while tasks[1].alive:
        stackless.io.sleep(0.001)
    left = ch.balance
    ch.send('a')
    ch.send('b')
    while any(t.alive for t in tasks):
        stackless.schedule()
    return left, drain()


print(middle())  # expect: (-2, ['TimeoutError: receive timed out', 'a', 'b'])


# A limited wait can be ended as any other.
def kill():
    t = stackless.tasklet(receive)(3600)
    stackless.schedule()
    while not t.blocked:
        stackless.schedule()
    t.kill()
    return t.alive, ch.balance, drain()


print(kill())  # expect: (False, 0, [])


# Sleepers wake in the order of their times.
def sleeper(name, seconds):
    stackless.io.sleep(seconds)
    log.append(name)


def sleepers():
    tasks = [stackless.tasklet(sleeper)(*a) for a in (('c', 0.2), ('a', 0), ('b', 0.1))]
    while any(t.alive for t in tasks):
        stackless.io.sleep(0.01)
    return drain()


print(sleepers())  # expect: ['a', 'b', 'c']


# A pickle of a tasklet holds the time that is left, and the channel.
def copied():
    t = stackless.tasklet(sleeper)('slept', 0.5)
    stackless.schedule()
    while not t.blocked:
        stackless.schedule()
    data = pickle.dumps(t)
    t.kill()
    t = pickle.loads(data)
    seen = t.blocked, t.alive, t._channel.balance
    while t.alive:
        stackless.io.sleep(0.001)
    return seen, drain()


print(copied())  # expect: ((True, True, -1), ['slept'])


def worker(work, done):
    for i in range(3):
        try:
            value = work.receive(timeout=0.001)
        except TimeoutError:
            value = 'nothing'
        log.append(value)
    done.send(len(log))


done = stackless.channel()
for _ in [1]:
    t = stackless.tasklet(worker)(ch, done)
    print(done.receive(), drain())  # expect: 3 ['nothing', 'nothing', 'nothing']


# run() waits for limits, main_loop() is the name for that; run(n) does not wait.
def nested(run):
    t = stackless.tasklet(sleeper)('x', 0.001)
    run()
    return t.alive, drain()


def in_tasklet(run):
    result = stackless.channel()
    stackless.tasklet(lambda: result.send(nested(run)))()
    return result.receive()


print(in_tasklet(stackless.run), in_tasklet(stackless.main_loop))  # expect: (False, ['x']) (False, ['x'])


# A tasklet waits for a descriptor and others run.
def reader(sock):
    stackless.io.wait_readable(sock)
    log.append(sock.recv(10))
    log.append(attempt(stackless.io.wait_readable, sock, timeout=0.001))


def talk():
    a, b = socket.socketpair()
    with a, b:
        t = stackless.tasklet(reader)(a)
        stackless.io.wait_writable(b)
        stackless.io.sleep(0.001)
        waits = t.alive
        b.send(b'hello')
        while t.alive:
            stackless.io.sleep(0.001)
    return waits, drain()


print(talk())  # not saved: waits for a socket  # expect: (True, [b'hello', 'TimeoutError: wait_readable timed out'])


def two_readers():
    a, b = socket.socketpair()
    c, d = socket.socketpair()
    with a, b, c, d:
        tasks = [stackless.tasklet(reader)(a), stackless.tasklet(reader)(c)]
        stackless.io.sleep(0.001)
        d.send(b'second')
        while tasks[1].alive:
            stackless.io.sleep(0.001)
        b.send(b'first')
        while tasks[0].alive:
            stackless.io.sleep(0.001)
    return drain()


print(two_readers()[::2])  # not saved: waits for sockets  # expect: [b'second', b'first']


def refused():
    a, b = socket.socketpair()
    with a, b:
        t = stackless.tasklet(stackless.io.wait_readable)(a.fileno())
        while not t.blocked:
            stackless.schedule()
        why = attempt(pickle.dumps, t)
        t.kill()
        return why.replace(f'descriptor {a.fileno()}', 'FD').replace(f'tasklet {t.__number__}', 'T')


print(refused())  # not saved: waits for a socket  # expect: TypeError: T: cannot pickle a tasklet that waits for FD to be readable
print(attempt(stackless.io.wait_readable, 0))  # expect: NotImplementedError: it cannot be told when standard input can be read: read it in a thread of its own
