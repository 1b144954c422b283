# Tasklets switch inside blocking builtins: their Java stack is parked meanwhile.
import pickle
import stackless
import sys

ch = stackless.channel()
log = []


def call(function):
    """Java code waits for the function."""
    return sys.call_tracing(function, ())


class Listed:
    def __init__(self, name, pause):
        self.name = name
        self.pause = pause

    def work(self):
        log.append(self.name)
        self.pause()
        return ['found'] if self.name == 'x' else []


def find(name, pause):
    log.append((name, call(Listed(name, pause).work)))


waiting = stackless.tasklet(find)('a', ch.receive)
others = [stackless.tasklet(find)(n, stackless.schedule) for n in 'xcd']
stackless.run()  # not saved: holds a Java stack while it is inside sys.call_tracing()
print(
    log
)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: ['a', 'x', 'c', 'd', ('x', ['found']), ('c', []), ('d', [])]
print(
    [t.alive for t in others]
)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: [False, False, False]
print(
    waiting.alive, waiting.blocked, waiting.restorable, waiting.nesting_level
)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: True True False 1
try:  # not saved: holds a Java stack while it is inside sys.call_tracing()
    pickle.dumps(waiting)
except RuntimeError as e:
    print(str(e).split('builtin')[1])  # expect:  that cannot be suspended (the function of sys.call_tracing)
try:  # not saved: holds a Java stack while it is inside sys.call_tracing()
    waiting.bind(print, ())
except RuntimeError as e:
    print(e)  # expect: tasklet is scheduled
ch.send(None)  # not saved: holds a Java stack while it is inside sys.call_tracing()
stackless.run()
print(log[-1], waiting.alive)  # expect: ('a', []) False


# The main tasklet inside one, another switches softly.
def other():
    for i in range(2):
        log.append(i)
        stackless.schedule()


del log[:]
stackless.tasklet(other)()
print(
    call(Listed('m', stackless.schedule).work)
)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: []
stackless.run()
print(log)  # expect: ['m', 0, 1]


# An exception comes out of the builtin, in the tasklet and in main.
class Bad:
    def work(self):
        stackless.schedule()
        raise ValueError('no')


def fails():
    try:
        call(Bad().work)
    except ValueError as e:
        print('caught', e)
    stackless.schedule()
    call(Bad().work)


stackless.tasklet(fails)()
try:
    stackless.run()
except ValueError as e:
    print('main got', e)
# expect: caught no
# expect: main got no


# Killing one runs what its frames hold to the end.
class Slow:
    def work(self):
        try:
            stackless.schedule_remove()
        finally:
            print('finally')


t = stackless.tasklet(lambda: call(Slow().work))()
stackless.run()  # not saved: holds a Java stack while it is inside sys.call_tracing()
print(t.paused, t.nesting_level)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: True 1
try:  # not saved: holds a Java stack while it is inside sys.call_tracing()
    t.bind(print, ())
except RuntimeError as e:
    print(e)  # expect: tasklet has C state on its stack
t.kill()  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: finally
print(t.alive)  # expect: False

# Blocking builtins in blocking builtins.
deep = stackless.tasklet(find)('q', lambda: call(Listed('z', ch.receive).work))
stackless.run()  # not saved: holds a Java stack while it is inside sys.call_tracing()
print(deep.nesting_level)  # not saved: holds a Java stack while it is inside sys.call_tracing()  # expect: 2
ch.send(None)  # not saved: holds a Java stack while it is inside sys.call_tracing()
stackless.run()  # not saved: holds a Java stack while it is inside sys.call_tracing()
print(deep.alive)  # expect: False

many = [stackless.tasklet(find)(str(i), stackless.schedule) for i in range(200)]
stackless.run()  # not saved: holds a Java stack while it is inside sys.call_tracing()
print(any(t.alive for t in many))  # expect: False


# What a callback raises is reported and ignored.
def callback(prev, next):
    if next is many[0]:
        raise ValueError('callback')


stackless.set_schedule_callback(callback)  # not saved: callbacks belong to the process
sys.unraisablehook = lambda args: print('unraisable:', args.exc_value, args.object is callback)  # not saved: callbacks belong to the process
many[0].bind(print)('ran')  # not saved: callbacks belong to the process
stackless.run()  # not saved: callbacks belong to the process
# expect: unraisable: callback True
# expect: ran
stackless.set_schedule_callback(None)


# Without soft switches every tasklet that is switched away from keeps its Java stack, and ends as usual.
def wait_twice():
    log.append(ch.receive())
    stackless.schedule()
    return log.append(sum(i for i in range(3)))


del log[:]
print(
    stackless.enable_softswitch(None), stackless.enable_softswitch(False), stackless.enable_softswitch(None)
)  # not saved: the flag belongs to the process  # expect: True True False
t = stackless.tasklet(wait_twice)()
stackless.run()  # not saved: the flag belongs to the process
print(
    t.restorable, t.nesting_level, t.cstate.task is t, t.blocked
)  # not saved: the flag belongs to the process  # expect: False 1 True True
for attempt in (lambda: pickle.dumps(t), lambda: t.bind_thread()):  # not saved: the flag belongs to the process
    try:
        attempt()
    except RuntimeError as e:
        print(str(e).rpartition('suspended (')[2])
# expect: any, since stackless.enable_softswitch(False))
# expect: tasklet has C state on its stack
print(stackless.enable_softswitch(True))  # not saved: the flag belongs to the process  # expect: False
ch.send('sent')  # not saved: it holds a Java stack still
print(t.restorable, t.alive)  # not saved: it may hold a Java stack still  # expect: True True
stackless.run()
print(log, t.alive)  # expect: ['sent', 3] False
