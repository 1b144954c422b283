"""A random world of tasklets: the same seed gives the same log, whether its state is taken to a fresh runtime in between or not."""

import random
import threading

import stackless

CHANNELS = 4
THREADS = 3
TURNS = 12
MOST_ALIVE = 12
OPERATIONS = (
    'send send receive receive iterate sort schedule remove raise throw kill spawn run insert preference exception '
    'nothing context comprehension table resume move select select try'
).split()


class Boom(Exception):
    """What the world throws."""


class Guard:
    def __init__(self, number):
        self.number = number

    def __enter__(self):
        world.log.append((self.number, 'enter'))
        stackless.schedule()
        return self

    def __exit__(self, kind, value, traceback):
        world.log.append((self.number, 'exit', kind and kind.__name__))
        return kind is Boom


class Key:
    """Its hash and equality give way."""

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        stackless.schedule()
        return 1

    def __eq__(self, other):
        stackless.schedule()
        return self.value == other.value


def queue(channel):
    """The tasklets in the queue of a channel: those that wait for nothing else, and those that select."""
    waiting = channel.__reduce__()[2][2]
    first = waiting[0] if waiting else None
    assert channel.queue is (first[0] if isinstance(first, tuple) else first), 'the queue begins with its first'
    return [t for t in waiting if not isinstance(t, tuple)], [t[0] for t in waiting if isinstance(t, tuple)]


def numbers(number, channel):
    for i in range(2):
        world.log.append((number, 'yields', i))
        yield world.receive(number, channel)


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.log = []
        self.channels = [stackless.channel() for _ in range(CHANNELS)]
        self.tasklets = {}
        self.sent = self.received = self.spawned = 0

    # ---- what tasklets do

    def send(self, number, channel):
        self.sent += 1
        self.channels[channel].send((number, self.sent))

    def receive(self, number, channel):
        value = self.channels[channel].receive()
        self.received += 1
        self.log.append((number, 'received', value))
        return value

    def select(self, number, value):
        a, b, c = (self.channels[(value + i) % CHANNELS] for i in range(3))
        self.sent += 1
        channel, got = stackless.select(a, (b, 'send', (number, self.sent)), c)
        if channel is not b:
            self.received += 1
        self.log.append((number, 'selected', self.channels.index(channel), got))

    def attempt(self, number, channel):
        try:
            self.send_at_once(number, channel)
            value = self.channels[channel].receive(timeout=0)
            self.received += 1
            self.log.append((number, 'received at once', value))
        except TimeoutError as e:
            self.log.append((number, str(e)))

    def send_at_once(self, number, channel):
        self.sent += 1
        self.channels[channel].send((number, self.sent), timeout=0)

    def perform(self, number, operation, value):
        channel = value % CHANNELS
        other = self.tasklets.get(value % (self.spawned + 1))
        if operation == 'send':
            self.send(number, channel)
        elif operation == 'receive':
            self.receive(number, channel)
        elif operation == 'iterate':
            self.log.append((number, 'list', list(numbers(number, channel))))
        elif operation == 'sort':
            self.log.append((number, 'sorted', sorted([2, 1], key=lambda v: (self.receive(number, channel), v))))
        elif operation == 'select':
            self.select(number, value)
        elif operation == 'try':
            self.attempt(number, channel)
        elif operation == 'schedule':
            stackless.schedule()
        elif operation == 'remove':
            stackless.schedule_remove()
        elif operation == 'raise':
            raise Boom(number)
        elif operation == 'spawn':
            self.spawn()
        elif operation == 'run':
            self.log.append((number, 'run', stackless.run() is None))
        elif operation == 'preference':
            self.channels[channel].preference = value % 3 - 1
        elif operation == 'exception' and self.channels[channel].balance < 0:
            self.channels[channel].send_exception(Boom, number)
        elif operation == 'context':
            with Guard(number):
                self.receive(number, channel)
                raise Boom(number)
        elif operation == 'comprehension':
            self.log.append((number, [stackless.schedule(i) for i in range(value % 3)]))
        elif operation == 'table':
            table = {Key(i): i for i in range(3)}
            self.log.append((number, table[Key(value % 3)]))
        elif other is not None and other.alive and other is not stackless.getcurrent():
            if operation == 'kill':
                other.kill(pending=value % 2 == 0)
            elif operation == 'throw':
                other.throw(Boom, number, pending=value % 2 == 0)
            elif operation == 'insert' and other.paused:
                other.insert()
            elif operation == 'resume' and not other.blocked:
                other.run()
            elif operation == 'move' and not other.is_main and (other.paused or other.blocked):
                other.bind_thread()

    def spawn(self):
        if sum(t.alive for t in self.tasklets.values()) < MOST_ALIVE:
            self.spawned += 1
            plan = [
                (self.random.choice(OPERATIONS), self.random.randrange(1000))
                for _ in range(self.random.randrange(1, 8))
            ]
            self.tasklets[self.spawned] = stackless.tasklet(work)(self.spawned, plan)

    # ---- what the main tasklets of threads do

    def step(self):
        """One thing; now and then several threads take turns at it."""
        if self.random.randrange(6) == 0:
            self.take_turns()
        else:
            self.act('main')
        self.tasklets = {n: t for n, t in self.tasklets.items() if t.alive}
        self.check()

    def act(self, name):
        alive = [t for t in self.tasklets.values() if t.alive]
        choice = self.random.randrange(8)
        try:
            if choice == 0:
                self.spawn()
            elif choice == 1:
                paused = [t for t in alive if t.paused]
                if paused:
                    self.random.choice(paused).insert()
            elif choice == 2:
                waiting = [c for c in self.channels if c.balance < 0]
                if waiting:
                    self.sent += 1
                    self.random.choice(waiting).send((0, self.sent))
            elif choice == 3:
                if alive:
                    self.random.choice(alive).kill()
            elif choice == 4:
                t = stackless.run(self.random.randrange(1, 60))
                if t is not None and t.alive and not t.scheduled:
                    t.insert()
            elif choice == 5:
                runnable = [t for t in alive if not t.blocked]
                if runnable:
                    self.random.choice(runnable).run()
            elif choice == 6:
                movable = [t for t in alive if t.paused or t.blocked]
                if movable:
                    self.random.choice(movable).bind_thread(self.random.choice(stackless.threads))
            else:
                stackless.run()
        except Boom as e:
            self.log.append((name, 'Boom', e.args))
        except RuntimeError as e:
            self.log.append((name, str(e)))

    def take_turns(self):
        """
        Threads that act one after the other: each waits for its turns with a lock, which stops all its tasklets. Then they end, and
        main takes over what they leave.
        """
        turns = [self.random.randrange(THREADS) for _ in range(TURNS)]
        locks = [threading.Lock() for _ in range(THREADS)]
        done = threading.Lock()
        failed = []
        for lock in (done, *locks):
            lock.acquire()

        def live(i):
            for _ in range(turns.count(i)):
                locks[i].acquire()
                try:
                    self.act(f'thread {i}')
                    self.check()
                except Exception as e:
                    failed.append(e)
                done.release()
            locks[i].acquire()

        threads = [threading.Thread(target=live, args=(i,)) for i in range(THREADS)]
        for thread in threads:
            thread.start()
        for i in turns:
            locks[i].release()
            done.acquire()
        for lock, thread in zip(locks, threads):
            lock.release()
            thread.join()
        if failed:
            raise failed[0]
        for t in self.tasklets.values():
            if t.thread_id == -1:
                t.bind_thread()

    # ---- what holds after each step

    def check(self):
        places, selects = [], []
        for thread in stackless.threads:
            main, current, runcount = stackless.get_thread_info(thread)
            ring = self.check_ring(main if current is None else current)
            assert len(ring) == runcount, 'runcount is the length of the queue'
            assert all(t.thread_id == thread for t in ring), 'tasklets are in the queue of their thread'
            places += ring
        for channel in self.channels:
            waiting, selecting = queue(channel)
            assert len(waiting) + len(selecting) == abs(channel.balance), 'the balance is the length of the queue'
            assert all(t.blocked for t in waiting + selecting), 'who waits is blocked'
            assert all(t._channel is channel for t in waiting), 'who waits knows where'
            places += waiting
            selects += selecting
        assert all(selects.count(t) == 3 for t in selects), 'who selects waits in all its channels'
        places += set(selects)
        assert len(places) == len({id(t) for t in places}), 'nobody is in two places'
        assert all(any(t is p for p in places) for t in self.tasklets.values() if t.scheduled), (
            'who is scheduled has a place'
        )
        senders = sum(c.balance for c in self.channels if c.balance > 0)
        assert self.received + senders <= self.sent, 'nothing arrives that was not sent'

    def check_ring(self, first):
        """The tasklets of a run queue."""
        if not first.scheduled or first.blocked:
            return []
        ring = [first]
        t = first.next
        while t is not first:
            assert t.prev is ring[-1], 'the run queue is a ring'
            ring.append(t)
            t = t.next
        assert first.prev is ring[-1], 'the run queue is a ring'
        return ring


def work(number, plan):
    try:
        for operation, value in plan:
            world.perform(number, operation, value)
        world.log.append((number, 'ends'))
    except Boom as e:
        world.log.append((number, 'Boom', e.args))
    except RuntimeError as e:
        world.log.append((number, str(e)))
    finally:
        world.log.append((number, 'finally'))
