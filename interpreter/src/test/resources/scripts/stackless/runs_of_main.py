# Calls of run() by the main tasklet: how they end. It is a script of the main tasklet.
import stackless
import sys
from stackless import channel, run, schedule, tasklet


def case(function):
    log = []
    try:
        function(log)
    except BaseException as e:
        log.append(f'{type(e).__name__}: {e}')
    print(log)
    while stackless.runcount > 1:
        stackless.current.next.kill()


def manual_wakeup_of_main(log):
    def third(): 
        log.append('3'); schedule(); log.append('3end')
    def waker():
        log.append('wake'); stackless.main.insert(); schedule(); log.append('waker end')
    def outer():
        tasklet(waker)(); tasklet(third)(); run(); log.append('outer')
    tasklet(outer)(); run(); log.append('main'); run(); log.append('main2')


case(manual_wakeup_of_main)  # expect: ['wake', '3', 'main', 'waker end', '3end', 'outer', 'main2']


def main_run_directly(log):
    def waker():
        log.append('wake'); stackless.main.run(); log.append('waker end')
    def outer():
        tasklet(waker)(); run(); log.append('outer')
    tasklet(outer)(); run(); log.append('main'); run(); log.append('main2')


case(main_run_directly)  # expect: ['wake', 'main', 'waker end', 'outer', 'main2']


def main_killed_in_run(log):
    def killer():
        try: stackless.main.throw(KeyError, 'k')
        finally: log.append('killer end')
    def outer():
        tasklet(killer)(); log.append(run()); log.append('outer')
    tasklet(outer)()
    try: run()
    except KeyError: log.append('main KeyError')
    run()


case(main_killed_in_run)  # expect: ['main KeyError', 'killer end', None, 'outer']


def interrupted_inner(log):
    def spin():
        while True: pass
    def outer():
        tasklet(spin)(); log.append(run()); log.append('outer')
    tasklet(outer)(); t = run(200); log.append(t.frame.f_code.co_name); t.kill(); log.append(stackless.runcount); run(); log.append('end')


case(interrupted_inner)  # expect: ['spin', 2, None, 'outer', 'end']


def inner_timeout_ignored(log):
    def spin():
        for i in range(300): pass
        log.append('spun')
    def outer():
        tasklet(spin)(); log.append(run(10)); log.append('outer')
    tasklet(outer)(); log.append(run(100000)); log.append('main')


case(inner_timeout_ignored)  # expect: ['spun', None, 'outer', None, 'main']


def comes_back(log):
    def spin(n):
        for i in range(n): pass
        log.append(('spun', n))
    for n in (100, 200, 300): tasklet(spin)(n)
    k = 0
    while (t := run(50)) is not None: t.insert(); k += 1
    log.append(k > 5)


case(comes_back)  # expect: [('spun', 100), ('spun', 200), ('spun', 300), True]


def soft_chain(log):
    chans = [channel() for _ in range(5)]
    def link(a, b):
        for v in a: b.send(v + 1)
    def source():
        i = 0
        while True: chans[0].send(i); i += 1
    def sink():
        for v in chans[-1]: got.append(v)
    got = []
    for a, b in zip(chans, chans[1:]): tasklet(link)(a, b)
    tasklet(source)(); s = tasklet(sink)()
    for i in range(5): log.append(run(50, soft=True, totaltimeout=True))
    log.append(got[:3])


case(soft_chain)  # expect: [None, None, None, None, None, [4, 5, 6]]


def soft_total(log):
    def spin():
        while True:
            for i in range(10): pass
            schedule()
    a, b = tasklet(spin)(), tasklet(spin)()
    log.append(run(100, soft=True, totaltimeout=True)); log.append(stackless.runcount)
    log.append(run(100, totaltimeout=True) in (a, b))


case(soft_total)  # expect: [None, 3, True]


def t_run_while_main_schedules(log):
    def t(): log.append('t'); run(); log.append('t back')
    x = tasklet(t)(); schedule(); log.append('main goes on'); schedule(); log.append('m2'); run(); log.append('m3')
    log.append((x.alive, x.paused))


case(t_run_while_main_schedules)  # expect: ['t', 'main goes on', 'm2', 'm3', (True, True)]


def remove_and_pickled(log):
    def outer(): run(); log.append('o')
    def other(): o.remove(); schedule(); log.append('x')
    o = tasklet(outer)(); tasklet(other)(); run()


case(remove_and_pickled)  # expect: ['x', 'o']


def zero_neg(log):
    def spin():
        for i in range(300): pass
        log.append('s')
    tasklet(spin)(); log.append(run(-5)); tasklet(spin)(); log.append(run(0))


case(zero_neg)  # expect: ['s', None, 's', None]


def ignore_nesting(log):
    def long():
        for i in range(1000): pass
        return 1
    def f(): log.append(sys.call_tracing(long, ()))
    tasklet(f)(); r = run(100); log.append(r is not None and r.restorable)
    if r: r.insert(); 
    run()
    tasklet(f)(); r = run(100, ignore_nesting=True); log.append((r is not None, r.restorable, r.nesting_level)); r.insert(); run()
    t = tasklet(f)(); log.append(t.set_ignore_nesting(1)); r = run(100); log.append(r is t); r.insert(); run()


case(ignore_nesting)  # expect: [1, False, (True, False, 1), 1, False, True, 1]


def atomic_delays(log):
    def f():
        with stackless.atomic():
            for i in range(500): pass
            log.append('atomic done')
        for i in range(500): pass
        log.append('done')
    t = tasklet(f)(); r = run(100); log.append(r is t); r.insert(); log.append(run())


case(atomic_delays)  # expect: ['atomic done', True, 'done', None]


def trap_delays(log):
    def f():
        stackless.switch_trap(1)
        for i in range(500): pass
        log.append('trap done'); stackless.switch_trap(-1)
        for i in range(500): pass
        log.append('done')
    t = tasklet(f)(); r = run(100); log.append(r is t); r.insert(); log.append(run())


case(trap_delays)  # expect: ['trap done', True, 'done', None]
