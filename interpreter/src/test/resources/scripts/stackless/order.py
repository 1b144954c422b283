# The order in which tasklets run, as Stackless has it (call by call).
import stackless


def make(log, names, steps=2):
    def work(name):
        for i in range(steps):
            log.append(f'{name}{i}')
            if i < steps - 1:
                stackless.schedule()
    return {n: stackless.tasklet(work)(n) for n in names}


def run_one():
    log = []
    t = make(log, 'abc')
    t['b'].run()
    log.append('main')
    stackless.run()
    return ' '.join(log)


def removed():
    log = []
    t = make(log, 'abc')
    t['b'].remove()
    t['b'].run()
    log.append('main')
    stackless.run()
    return ' '.join(log)


def spawn():
    log = []

    def child():
        log.append('x0')
        stackless.schedule()
        log.append('x1')

    def parent():
        log.append('spawn')
        stackless.tasklet(child)()
        stackless.schedule()
        log.append('spawn2')
    stackless.tasklet(parent)()
    make(log, 'a')
    stackless.run()
    return ' '.join(log)


def switch():
    log = []
    tasks = {}

    def r():
        log.append('r')
        tasks['b'].switch()
        log.append('back')
    t = stackless.tasklet(r)()
    tasks.update(make(log, 'abc'))
    stackless.run()
    seen = ' '.join(log), t.paused
    t.insert()
    stackless.run()
    return seen, log[-1], t.alive


for _ in [1]:
    print(run_one())  # expect: b0 c0 main a0 b1 c1 a1
    print(removed())  # expect: b0 main a0 c0 b1 a1 c1
    print(spawn())  # expect: spawn a0 x0 spawn2 a1 x1
    print(switch())  # expect: (('r b0 c0 a0 b1 c1 a1', True), 'back', False)


def channel_order(preference, schedule_all, receiver_first):
    log = []
    ch = stackless.channel()
    ch.preference = preference
    ch.schedule_all = schedule_all

    def receiver():
        log.append('R')
        ch.receive()
        log.append('r.ret')
        log.append('R2')

    def sender():
        log.append('S')
        ch.send(1)
        log.append('s.ret')
        log.append('S2')

    def other():
        log.append('O')
    for f in ((receiver, sender) if receiver_first else (sender, receiver)):
        stackless.tasklet(f)()
    stackless.tasklet(other)()
    stackless.run()
    return ' '.join(log)


for first in (True, False):
    for preference in (-1, 0, 1):
        print(preference, channel_order(preference, 0, first))
    print('all', channel_order(0, 1, first))
# expect: -1 R S r.ret R2 O s.ret S2
# expect: 0 R S s.ret S2 O r.ret R2
# expect: 1 R S s.ret S2 O r.ret R2
# expect: all R S O r.ret R2 s.ret S2
# expect: -1 S R r.ret R2 O s.ret S2
# expect: 0 S R r.ret R2 O s.ret S2
# expect: 1 S R s.ret S2 O r.ret R2
# expect: all S R O s.ret S2 r.ret R2


def trapped():
    stackless.switch_trap(1)


stackless.tasklet(trapped)()
stackless.run()
print(stackless.switch_trap(-1), stackless.switch_trap(0))  # expect: 1 0
