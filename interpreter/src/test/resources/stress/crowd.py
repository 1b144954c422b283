"""
Threads that run at the same time and disturb one another's tasklets. Nothing of the order is known, but what holds at every moment,
and that at the end nothing is lost: what was sent is received, or who should receive it was hit; each tasklet that began ends once.
"""

import cmath
import random
import sys
import threading

import stackless

CHANNELS = 3
THREADS = 3
MOST_ALIVE = 12
STEPS = 60
OPERATIONS = 'send send send receive receive receive schedule remove raise spawn run insert kill throw resume move inside callback limit limit select'.split()


class Boom(Exception):
    """What the tasklets throw."""


class Waits:
    """A number that a builtin asks for its value while it cannot be suspended."""

    def __init__(self, number):
        self.number = number

    def __complex__(self):
        crowd.receive(self.number, self.number % CHANNELS)
        return 0j


class Crowd:
    def __init__(self, seed):
        self.seed = seed
        self.channels = [stackless.channel() for _ in range(CHANNELS)]
        self.tasklets = {}
        self.number = 0
        self.failures = []
        # The interpreter's lock makes an append to a list one step.
        self.began, self.ended = [], []
        # Whom an exception from outside may reach: one that was sent, or that of the end of a thread.
        self.struck = set()
        self.sent, self.delivered, self.received, self.hit = [], [], [], []

    def next_number(self):
        with stackless.atomic():
            self.number += 1
            return self.number

    def send(self, channel):
        value = self.next_number()
        self.sent.append(value)
        self.channels[channel].send(value)
        self.delivered.append(value)

    def receive(self, number, channel, timeout=None):
        try:
            self.received.append(self.channels[channel].receive(timeout=timeout))
        except BaseException:
            self.hit.append(number)
            raise

    def select(self, choose, number):
        value = self.next_number()
        a, b, c = choose.sample(self.channels, 3)
        self.sent.append(value)
        try:
            channel, got = stackless.select(a, (b, 'send', value), c, timeout=choose.choice((None, 0.001)))
        except BaseException:
            self.hit.append(number)
            raise
        if channel is b:
            self.delivered.append(value)
        else:
            self.received.append(got)

    def perform(self, choose, number, operation):
        channel = choose.randrange(CHANNELS)
        if operation == 'send':
            self.send(channel)
        elif operation == 'receive':
            self.receive(number, channel)
        elif operation == 'limit':
            self.receive(number, channel, choose.choice((0, 0.001)))
        elif operation == 'select':
            self.select(choose, number)
        elif operation == 'inside':
            cmath.sqrt(Waits(number))
        elif operation == 'schedule':
            stackless.schedule()
        elif operation == 'remove':
            stackless.schedule_remove()
        elif operation == 'raise':
            raise Boom(number)
        elif operation == 'spawn':
            self.spawn(choose)
        elif operation == 'run':
            t = stackless.run(choose.choice((0, choose.randrange(1, 200))))
            if t is not None and t.alive and not t.scheduled:
                t.insert()
        elif operation == 'preference':
            self.channels[channel].preference = choose.randrange(3) - 1
        elif operation == 'callback':
            stackless.set_channel_callback(choose.choice((None, lambda *a: [i for i in range(50)])))
        else:
            self.disturb(choose, operation)

    def disturb(self, choose, operation):
        alive = [t for t in list(self.tasklets.values()) if t.alive and t is not stackless.getcurrent()]
        if alive:
            t = choose.choice(alive)
            if operation in ('kill', 'throw', 'move'):
                self.struck.add(t)
            if operation == 'insert':
                t.insert()
            elif operation == 'kill':
                t.kill(pending=choose.randrange(2) == 0)
            elif operation == 'throw':
                t.throw(Boom, pending=choose.randrange(2) == 0)
            elif operation == 'resume':
                t.run()
            elif operation == 'move':
                t.bind_thread(choose.choice([-1, *stackless.threads]))

    def spawn(self, choose):
        if sum(t.alive for t in list(self.tasklets.values())) < MOST_ALIVE:
            number = self.next_number()
            t = self.tasklets[number] = stackless.tasklet(work)(number, choose.random())
            if threading.current_thread() is not threading.main_thread():
                self.struck.add(t)

    def live(self, thread):
        choose = random.Random((self.seed + 1) * THREADS + thread)
        try:
            for _ in range(STEPS):
                operation = choose.choice(OPERATIONS)
                try:
                    self.perform(choose, 0, operation)
                    stackless.run(choose.choice((0, 100)))
                    self.check()
                except EXPECTED as e:
                    note(e)
        except EXPECTED as e:
            # It was thrown by another thread, and came late.
            note(e)
        except BaseException as e:
            self.failures.append(e)

    def run(self):
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-5)
        try:
            threads = [threading.Thread(target=self.live, args=(i,)) for i in range(1, THREADS)]
            for thread in threads:
                thread.start()
            self.live(0)
            self.wait_for(threads)
            stackless.set_channel_callback(None)
            self.end()
        finally:
            sys.setswitchinterval(interval)
        if self.failures:
            raise self.failures[0]

    def wait_for(self, threads):
        """They end, even when they wait for something that does not come."""
        while any(thread.is_alive() for thread in threads):
            for channel in self.channels:
                t = channel.queue
                if t is not None:
                    if t.thread_id == -1:
                        t.bind_thread()
                    self.struck.add(t)
                    t.throw(Boom, pending=True)
            try:
                stackless.run()
            except EXPECTED as e:
                note(e)
            threads[0].join(0.001)
            threads[1].join(0.001)

    def end(self):
        """Ends all tasklets, and looks whether everything is there."""
        for _ in range(1000):
            alive = [t for t in self.tasklets.values() if t.thread_id == -1 or t.alive]
            alive = [t for t in alive if t.frame is not None or t.alive]
            if not alive:
                break
            for t in alive:
                if t.thread_id == -1:
                    t.bind_thread()
                if t.alive:
                    self.struck.add(t)
                    try:
                        t.kill()
                    except EXPECTED as e:
                        note(e)
            try:
                stackless.run()
            except EXPECTED as e:
                note(e)
        self.check()
        assert not any(t.alive for t in self.tasklets.values()), 'all end'
        assert len(self.ended) == len(set(self.ended)) and set(self.ended) <= set(self.began), 'each ends once'
        # An exception from outside can come before the `try` of a tasklet, and in its `finally`.
        for number in set(self.began) - set(self.ended):
            assert self.tasklets[number] in self.struck, 'each that began ends'
        assert len(self.received) == len(set(self.received)), 'nothing arrives twice'
        assert set(self.received) <= set(self.sent), 'nothing arrives that was not sent'
        assert len(set(self.delivered) - set(self.received)) <= len(self.hit), 'nothing is lost'
        assert all(c.balance == 0 and c.queue is None for c in self.channels), 'nobody waits'

    def check(self):
        """What holds at every moment."""
        with stackless.atomic():
            places, selects = [], []
            for thread in stackless.threads:
                runcount = stackless.get_thread_info(thread)[2]
                ring = self.check_ring(thread)
                assert len(ring) == runcount, 'runcount is the length of the queue'
                places += ring
            for channel in self.channels:
                waiting = channel.__reduce__()[2][2]
                selects += [t[0] for t in waiting if isinstance(t, tuple)]
                assert len(waiting) == abs(channel.balance), 'the balance is the length of the queue'
                waiting = [t for t in waiting if not isinstance(t, tuple)]
                assert all(t.blocked and t._channel is channel for t in waiting), 'who waits knows where'
                places += waiting
            places += set(selects)
            assert len(places) == len({id(t) for t in places}), 'nobody is in two places'
            for t in list(self.tasklets.values()):
                assert t.scheduled == any(t is p for p in places), 'who is scheduled has a place'

    def check_ring(self, thread):
        """The tasklets in the run queue of a thread."""
        candidates = [*stackless.get_thread_info(thread)[:2], *self.tasklets.values()]
        first = next(
            (t for t in candidates if t is not None and t.thread_id == thread and t.scheduled and not t.blocked), None
        )
        if first is None:
            return []
        ring = [first]
        while ring[-1].next is not first:
            assert ring[-1].next.prev is ring[-1], 'the run queue is a ring'
            assert ring[-1].thread_id == thread, 'tasklets are in the queue of their thread'
            ring.append(ring[-1].next)
        return ring


EXPECTED = (Boom, RuntimeError, ValueError, TimeoutError, TaskletExit)
MESSAGES = (
    'Deadlock: the last runnable tasklet cannot be blocked.',
    'the main tasklet is receiving without a sender available.',
    'the main tasklet is sending without a receiver available.',
    'You cannot run a blocked tasklet',
    'You cannot run an unbound(dead) tasklet',
    'You cannot throw to a dead tasklet',
    "can't (re)bind a runnable tasklet",
    'tasklet has C state on its stack',
    'tasklet has no thread',
    "Target thread isn't initialized",
    'bad thread',
    'Recursive channel call due to callbacks!',
)


def note(error):
    """Errors that come because another thread was faster."""
    if type(error) in (RuntimeError, ValueError) and str(error) not in MESSAGES:
        crowd.failures.append(error)


def work(number, seed):
    choose = random.Random(seed)
    crowd.began.append(number)
    try:
        for _ in range(choose.randrange(1, 8)):
            try:
                crowd.perform(choose, number, choose.choice(OPERATIONS))
            except (Boom, RuntimeError, ValueError, TimeoutError) as e:
                note(e)
    finally:
        crowd.ended.append(number)
