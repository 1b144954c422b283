"""A random world of tasklets: the same seed gives the same log, whether its state is taken to a fresh runtime in between or not."""

import random

import stackless

CHANNELS = 4
MOST_ALIVE = 12
OPERATIONS = (
    'send send receive receive iterate sort schedule remove raise throw kill spawn run insert preference exception '
    'nothing context comprehension table'
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

    def spawn(self):
        if sum(t.alive for t in self.tasklets.values()) < MOST_ALIVE:
            self.spawned += 1
            plan = [
                (self.random.choice(OPERATIONS), self.random.randrange(1000))
                for _ in range(self.random.randrange(1, 8))
            ]
            self.tasklets[self.spawned] = stackless.tasklet(work)(self.spawned, plan)

    # ---- what main does

    def step(self):
        choice = self.random.randrange(6)
        try:
            if choice == 0:
                self.spawn()
            elif choice == 1:
                paused = [t for t in self.tasklets.values() if t.paused]
                if paused:
                    self.random.choice(paused).insert()
            elif choice == 2:
                waiting = [c for c in self.channels if c.balance < 0]
                if waiting:
                    self.sent += 1
                    self.random.choice(waiting).send((0, self.sent))
            elif choice == 3:
                alive = [t for t in self.tasklets.values() if t.alive]
                if alive:
                    self.random.choice(alive).kill()
            elif choice == 4:
                t = stackless.run(self.random.randrange(1, 60))
                if t is not None and t.alive and not t.scheduled:
                    t.insert()
            else:
                stackless.run()
        except Boom as e:
            self.log.append(('main', 'Boom', e.args))
        except RuntimeError as e:
            self.log.append(('main', str(e)))
        self.tasklets = {n: t for n, t in self.tasklets.items() if t.alive}
        self.check()

    def check(self):
        """What holds after each step."""
        first = stackless.getcurrent()
        ring = [first]
        t = first.next
        while t is not first:
            assert t.prev is ring[-1], 'the run queue is a ring'
            ring.append(t)
            t = t.next
        assert len(ring) == stackless.getruncount(), 'runcount is the length of the queue'
        places = [id(t) for t in ring]
        for channel in self.channels:
            waiting = []
            t = channel.queue
            while t is not None and t is not channel and len(waiting) <= abs(channel.balance):
                waiting.append(t)
                t = t.next
            assert len(waiting) == abs(channel.balance), 'the balance is the length of the queue'
            assert all(t.blocked and t.alive for t in waiting), 'who waits is blocked'
            places += [id(t) for t in waiting]
        assert len(places) == len(set(places)), 'nobody is in two places'
        senders = sum(c.balance for c in self.channels if c.balance > 0)
        assert self.received + senders <= self.sent, 'nothing arrives that was not sent'


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
