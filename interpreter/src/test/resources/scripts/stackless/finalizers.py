# of the main tasklet
# __del__ of classes derived from tasklet and channel runs in gc.collect() at the latest, and once.
import gc, stackless, sys

log = []


class Tasklet(stackless.tasklet):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.name = args and args[-1]
        return self

    def __init__(self, function, name):
        super().__init__(function)

    def __del__(self):
        log.append((self.name, self.alive))


class Channel(stackless.channel):
    def __del__(self):
        log.append(('channel', self.balance))


def wait(channel):
    channel.receive()
    log.append('never')


def drop():
    Tasklet(print, 'unbound')
    Tasklet(wait, 'queued')(kept)
    c = Channel()
    Tasklet(wait, 'blocked')(c)
    stackless.run()


kept = stackless.channel()
drop()
gc.collect()
print(sorted(log))  # expect: [('blocked', True), ('channel', -1), ('unbound', False)]
kept.queue.kill()
gc.collect()
print(sorted(log)[-1], len(log))  # expect: ('unbound', False) 4
gc.collect()
print(len(log))  # expect: 4


# A tasklet that is dropped inside a blocking builtin is killed: nobody else would let its Java stack go on.
def removed(name):
    while True:
        try:
            stackless.schedule_remove(None)
        except TaskletExit:
            log.append(name)
            if log.count(name) == wanted:
                raise


def drop_inside(name):
    stackless.tasklet(sys.call_tracing)(removed, (name,))
    stackless.run()


def stacks():
    first = stack = stackless.current.cstate
    number = 1
    while stack.next is not first:
        stack = stack.next
        number += 1
    return number


def collect_until(name, number):
    """Java's collector may need more than one go."""
    while log.count(name) < number:
        gc.collect()


before = stacks()
log, wanted = [], 1
drop_inside('one')
print(stacks() - before)  # expect: 1
collect_until('one', 1)
print(log, stacks() - before)  # expect: ['one'] 0

# One that goes on after its end is killed each time that it is found again.
wanted = 3
drop_inside('stubborn')
collect_until('stubborn', 3)
print(log[1:], stacks() - before)  # expect: ['stubborn', 'stubborn', 'stubborn'] 0

# Whoever refers to one keeps it.
wanted = 1
kept = stackless.tasklet(sys.call_tracing)(removed, ('kept',))
stackless.run()
drop_inside('two')
collect_until('two', 1)
print(log[4:], kept.alive, kept.cstate.task is kept, stacks() - before)  # expect: ['two'] True True 1
kept.kill()
print(log[5:], kept.alive, stacks() - before)  # expect: ['kept'] False 0

# Nor are there traces of them where every switch is hard.
stackless.enable_softswitch(False)
drop_inside('hard')
collect_until('hard', 1)
stackless.enable_softswitch(True)
stackless.schedule()
print(log[6:], stacks() - before)  # expect: ['hard'] 0
