# The steps of the documents' examples about pickling.
import pickle
import stackless
from stackless import schedule, tasklet


def count():
    busy = 0
    while True:
        busy += 1
        if busy % 10 == 0:
            print(busy)


def counter():  # a tasklet stopped by ticks goes on in a copy
    tasklet(count)()
    first = stackless.run(100)
    saved = pickle.dumps(first)
    first.kill()
    copy = pickle.loads(saved)
    copy.insert()
    again = stackless.run(100)
    print(again is copy, again.paused)


for _ in [1]:
    counter()  # expect: 10
    # expect: 20
    # expect: 30
    # expect: 40
    # expect: 50
    # expect: True True


def named(name):
    print('before', name)
    schedule()
    print('after', name)


tasks = [tasklet(named)(name) for name in 'ABCDE']
for _ in [1]:
    schedule()
    # expect: before A
    # expect: before B
    # expect: before C
    # expect: before D
    # expect: before E
saved = pickle.dumps(tasks)
for _ in [1]:
    schedule()
    # expect: after A
    # expect: after B
    # expect: after C
    # expect: after D
    # expect: after E
for t in pickle.loads(saved):
    t.insert()
for _ in [1]:
    schedule()
    # expect: after A
    # expect: after B
    # expect: after C
    # expect: after D
    # expect: after E


class Named(tasklet):
    name = 'UNNAMED'


def nothing():
    pass


t1 = Named(nothing)()
t1.name = 'Pointless'
t2 = pickle.loads(pickle.dumps(t1))
print(t2.name == t1.name, t2.name)  # expect: False UNNAMED


class Keeping(tasklet):
    name = 'UNNAMED'

    def __reduce_ex__(self, protocol):
        return self.__reduce__()

    def __reduce__(self):
        value = list(tasklet.__reduce__(self))
        value[2] = value[2] + (self.__dict__,)
        return tuple(value)

    def __setstate__(self, state):
        self.__dict__.update(state[-1])
        return tasklet.__setstate__(self, state[:-1])


t1 = Keeping(nothing)()
t1.name = 'Pointless'
t2 = pickle.loads(pickle.dumps(t1))
print(t2.name == t1.name, t2.name)  # expect: True Pointless
stackless.run()


def waits_global():
    common.receive()


def waits(channel):
    return channel.receive()


common = stackless.channel()
t1 = tasklet(waits_global)()
stackless.run()
t2 = pickle.loads(pickle.dumps(t1))
print(t1.blocked, t2._channel, t2.paused)  # expect: True None True
t1 = tasklet(waits)(common)
stackless.run()
t2 = pickle.loads(pickle.dumps(t1))
print(t2._channel is not None, t2._channel.balance, t2.blocked)  # expect: True -2 True

four = stackless.channel()
for i in range(4):
    tasklet(waits)(four)
stackless.run()
kind, args, (balance, flags, waiting) = four.__reduce__()
one = waiting[0]
del waiting[0]
_ = four.__setstate__((balance, flags, waiting))
print(four.balance, one.blocked, one.paused)  # expect: -3 False True
alone = pickle.loads(pickle.dumps(one))
rest = pickle.loads(pickle.dumps(four))
print(rest.balance, alone.paused)  # expect: -3 True

# the same bytes are many continuations
log = []


def steps():
    n = 0
    while True:
        n += 1
        log.append(n)
        schedule()


t = tasklet(steps)()
schedule()
schedule()
saved = pickle.dumps(t)
t.kill()
log.clear()
for _ in range(3):
    t = pickle.loads(saved)
    t.insert()
    schedule()
    t.kill()
print(log)  # expect: [3, 3, 3]
pickle.dumps(stackless.getcurrent())  # expect error: RuntimeError: You cannot __reduce__ the tasklet which is current.
