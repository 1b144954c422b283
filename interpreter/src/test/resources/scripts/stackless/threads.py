# Schedulers of several threads. It is a script of the main tasklet, whose thread sleeps in the scheduler.
import _thread, stackless, sys, threading, time

ch = stackless.channel()
back = stackless.channel()
log = []


def start(function, *args):
    t = threading.Thread(target=function, args=args)
    t.start()
    return t


def until(condition):
    while not condition():
        time.sleep(0.001)


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__ + ':', e)


# A send wakes a thread that sleeps, the main thread as well as another one.
def produce():
    for i in range(3):
        time.sleep(0.01)
        ch.send(i)


t = start(produce)
print([ch.receive() for _ in range(3)])  # expect: [0, 1, 2]
t.join()


def serve():
    log.append(stackless.get_thread_info()[2])
    for v in ch:
        back.send(v * 2)


t = start(serve)
until(lambda: ch.queue)
q = ch.queue
print(
    q.is_main, q.is_current, q.blocked, q.alive, q.thread_id == t.ident, q.frame.f_code.co_name
)  # expect: True False True True True serve
print(stackless.get_thread_info(t.ident) == (q, None, 0))  # expect: True
print(stackless.threads == [threading.get_ident(), t.ident])  # expect: True
for i in range(3):
    ch.send(i)
    print(back.receive())
# expect: 0
# expect: 2
# expect: 4
ch.send_exception(StopIteration)
t.join()
print(log, q.alive, q.thread_id, stackless.threads == [threading.get_ident()])  # expect: [1] False -1 True


# Values go round through several threads.
def add_one(a, b):
    for v in a:
        b.send(v + 1)


ring = [stackless.channel() for _ in range(4)]
threads = [start(add_one, a, b) for a, b in zip(ring, ring[1:])]
total = 0
for i in range(100):
    ring[0].send(total)
    total = ring[3].receive()
print(total)  # expect: 300
for c in ring[:3]:
    c.send_exception(StopIteration)
for t in threads:
    t.join()


# kill, throw and raise_exception wake too.
def wait_for_end(kind):
    try:
        ch.receive()
    except kind as e:
        log.append((type(e).__name__, e.args))


for kind, wake in (
    (TaskletExit, lambda t: t.kill()),
    (ValueError, lambda t: t.throw(ValueError, 1)),
    (KeyError, lambda t: t.raise_exception(KeyError, 2)),
):
    del log[:]
    t = start(wait_for_end, kind)
    until(lambda: ch.queue)
    print(wake(ch.queue), ch.balance)
    t.join()
    print(log)
# expect: None 0
# expect: [('TaskletExit', ())]
# expect: None 0
# expect: [('ValueError', (1,))]
# expect: None 0
# expect: [('KeyError', (2,))]


# When all threads sleep, the last one gets the error.
def receive_or_error():
    try:
        log.append(ch.receive())
    except RuntimeError as e:
        log.append(str(e))


del log[:]
t = start(receive_or_error)
until(lambda: ch.queue)
back.receive()  # expect error: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
ch.send(1)
t.join()
print(log, back.balance)  # expect: [1] 0
# When the other thread ends, the sleeper gets it.
t = start(time.sleep, 0.03)
back.receive()  # expect error: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
print(back.balance)  # expect: 0
t.join()
t = start(time.sleep, 0.03)
t2 = stackless.tasklet(back.receive)()
stackless.run(threadblock=True)
t.join()
print(t2.blocked, t.is_alive())  # expect: True False
t2.kill()


def main_waits_too():
    stackless.tasklet(time.sleep)(0.03)
    try:
        ch.receive()
    except RuntimeError as e:
        log.append(str(e))


del log[:]
t = start(main_waits_too)
back.receive()  # expect error: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
t.join()
print(log)  # expect: ['the main tasklet is receiving without a sender available.']


# insert, run, remove and a call put tasklets of another thread into its queue.
def note(name, times=2):
    for i in range(times):
        log.append((name, i, threading.get_ident() == t.ident))
        stackless.schedule()


class Loop:
    """A thread that runs tasklets until the channel gets a value."""

    def __init__(self):
        self.end = stackless.channel()
        self.thread = start(self.work)
        until(lambda: self.end.balance)
        self.ident = self.thread.ident

    def work(self):
        self.end.receive()

    def finish(self):
        self.end.send(None)
        self.thread.join()


del log[:]
t = Loop()
a, b, c, d = [stackless.tasklet(note) for _ in range(4)]
for x in a, b, c, d:
    x.bind_thread(t.ident)
print(a.thread_id == t.ident, a.alive)  # expect: True False
a('a')
until(lambda: not a.alive)
print(log)  # expect: [('a', 0, True), ('a', 1, True)]
del log[:]
b.bind(None, ('b',))
print(b.run(), stackless.runcount)  # expect: None 1
until(lambda: not b.alive)
c.bind(None, ('c',)).insert()
until(lambda: not c.alive)
print(log)  # expect: [('b', 0, True), ('b', 1, True), ('c', 0, True), ('c', 1, True)]
d.bind(None, ('d',))
attempt(d.switch)  # expect: RuntimeError: can't switch to a different thread.
print(d.remove() is d, d.kill(), d.alive)
# expect: True None True
until(lambda: not d.alive)
t.finish()


# The order in the other thread: run() goes before what is queued there, insert() behind it.
def holds_the_thread():
    first = stackless.tasklet(note)('first', 1)
    log.append(stackless.runcount)
    ready.set()
    go.wait()
    stackless.run()


ready, go = threading.Event(), threading.Event()
del log[:]
x, y, z = [stackless.tasklet(note).bind(None, (n, 1)) for n in 'xyz']
t = start(holds_the_thread)
ready.wait()
for o in x, y, z:
    o.bind_thread(t.ident)
x.insert()
y.run()
z.insert()
print([o.scheduled for o in (x, y, z)], z.next.is_main, y.prev.is_main)  # expect: [True, True, True] True True
print(z.remove().scheduled, z.paused)  # expect: False True
go.set()
t.join()
print(log)  # expect: [2, ('y', 0, True), ('first', 0, True), ('x', 0, True)]

# run(threadblock=True) waits for other threads.
stop = stackless.channel()


go = threading.Event()


def feeds():
    go.wait()
    for i in range(3):
        time.sleep(0.005)
        work.send(i)
    work.send_exception(StopIteration)


def consumes():
    for v in work:
        log.append(v)


work = stackless.channel()
del log[:]
stackless.tasklet(consumes)()
t = start(feeds)
stackless.run()
print(log)  # expect: []
go.set()
stackless.run(threadblock=True)
t.join()
print(log)  # expect: [0, 1, 2]
stackless.run(threadblock=True)


def blocks_in_vain():
    until(lambda: back.queue)
    try:
        stackless.run(threadblock=True)
    except RuntimeError as e:
        log.append(str(e))


del log[:]
t = start(blocks_in_vain)
back.receive()  # expect error: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
t.join()
print(log)  # expect: ['Deadlock: the last runnable tasklet cannot be blocked.']

# Local values belong to the thread, not to the tasklet.
local = threading.local()
local.x = 'main'
t = Loop()


def shows_local():
    log.append(getattr(local, 'x', None))
    local.x = 'other'
    stackless.schedule_remove()
    log.append(local.x)


del log[:]
o = stackless.tasklet(shows_local)
o.bind_thread(t.ident)
o()
until(lambda: o.paused)
o.bind_thread()
o.run()
print(log, local.x)  # expect: [None, 'main'] main
t.finish()


# An interrupt reaches a main thread that sleeps in the scheduler: what ran last, or who waits in run().
def interrupt(receiving=True):
    while receiving and ch.balance == 0:
        time.sleep(0.005)
    time.sleep(0.02)
    _thread.interrupt_main()
    stop.receive()


t = start(interrupt)
try:
    ch.receive()
except KeyboardInterrupt:
    print('interrupted', ch.balance, stop.balance)  # expect: interrupted 0 -1
stop.send(None)
t.join()


def receives():
    try:
        ch.receive()
    except KeyboardInterrupt:
        print('here too', ch.balance, stackless.current.is_main)
        raise


t = start(interrupt)
stackless.tasklet(receives)()
try:
    stackless.run(threadblock=True)
except KeyboardInterrupt:
    print('run', stackless.runcount)
# expect: here too 0 False
# expect: run 1
stop.send(None)
t.join()
t = start(interrupt, False)
try:
    stackless.run(threadblock=True)
except KeyboardInterrupt:
    print('run', stackless.runcount)  # expect: run 1
stop.send(None)
t.join()


# The Java stack of a blocking builtin sleeps as well, and other tasklets run meanwhile.
class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return ch.receive()


def sends():
    time.sleep(0.01)
    ch.send(True)


t = start(sends)
print({Key(): 5}[Key()])  # expect: 5
t.join()


def wakes():
    time.sleep(0.01)
    sleeper.insert()


sleeper = stackless.tasklet(ch.send).bind(None, (True,))
t = start(wakes)
print({Key(): 6}[Key()])  # expect: 6
t.join()
stackless.run()


# SystemExit in a tasklet of another thread ends that tasklet.
def leaves():
    stackless.tasklet(exit)(3)
    stackless.run()
    log.append('went on')


del log[:]
start(leaves).join()
print(log)  # expect: ['went on']


# What is thrown into a tasklet that another thread is running, it raises where it would switch or block next; nothing overwrites it.
def busy_until_told():
    busy.append(stackless.getcurrent())
    while len(busy) < 2:
        pass
    for way in (stackless.schedule, stackless.schedule_remove, ch.receive, lambda: ch.send(1), stackless.run):
        try:
            way()
        except ValueError as e:
            log.append(e.args)
            return


del log[:]
busy = []
t = start(busy_until_told)
until(lambda: busy)
print(busy[0].is_current, busy[0].throw(ValueError, 'while it ran', pending=True))  # expect: True None
busy.append(None)
t.join()
print(log, ch.balance)  # expect: [('while it ran',)] 0

# A tasklet that is atomic keeps the interpreter; nobody else comes in between.
counts = [0, 0]


def count(i):
    while counts[1] < 50:
        counts[i] += 1


interval = sys.getswitchinterval()
sys.setswitchinterval(1e-5)
t = start(count, 0)
for i in range(50):
    with stackless.atomic():
        before = counts[0]
        for _ in range(20000):
            pass
        counts[1] += counts[0] == before
print(counts[1])  # expect: 50
counts[1] = 50
t.join()
sys.setswitchinterval(interval)

# A run() whose caller another thread wakes has ended, also when its thread slept with nothing else to run.
def wake_from_run(way):
    main = stackless.current
    waker = start(lambda: (until(lambda: not main.scheduled), way(main)))
    print(stackless.run(threadblock=True), stackless.get_thread_info(-1, 1 << 31)[3])
    waker.join()


wake_from_run(stackless.tasklet.insert)  # expect: None None
wake_from_run(stackless.tasklet.run)  # expect: None None
