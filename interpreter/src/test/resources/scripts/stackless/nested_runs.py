# Calls of run() inside each other.
import stackless
from stackless import channel, run, schedule, tasklet


def case(function):
    log = []
    try:
        function(log)
    except BaseException as e:
        log.append(f'{type(e).__name__}: {e}')
    print(log)


def inner_first(log):
    def inner(): log.append('inner')
    def outer():
        tasklet(inner)(); log.append(run()); log.append('outer')
    tasklet(outer)(); log.append(run()); log.append('main')


case(inner_first)  # expect: ['inner', None, 'outer', None, 'main']


def inner_gets_error(log):
    def bad(): raise ValueError('x')
    def outer():
        tasklet(bad)()
        try: run()
        except ValueError: log.append('outer caught')
    tasklet(outer)(); run()


case(inner_gets_error)  # expect: ['outer caught']


def error_leaves_both(log):
    def bad(): raise ValueError('x')
    def outer():
        tasklet(bad)(); run()
    tasklet(outer)()
    try: run()
    except ValueError: log.append('main caught')


case(error_leaves_both)  # expect: ['main caught']


def manual_wakeup(log):
    def waker(t):
        log.append('wake'); t.insert(); log.append('woken'); schedule(); log.append('waker end')
    def outer():
        tasklet(waker)(stackless.current); run(); log.append('outer')
    tasklet(outer)(); run(); log.append('main')


case(manual_wakeup)  # expect: ['wake', 'woken', 'outer', 'waker end', 'main']


def inner_timeout_alone(log):
    def spin():
        for i in range(300): pass
        log.append('spun')
    def outer():
        tasklet(spin)(); t = run(50); log.append(t is not None and t.paused); log.append('outer'); t.insert()
    tasklet(outer)(); log.append(run()); log.append('main')


case(inner_timeout_alone)  # expect: [True, 'outer', 'spun', None, 'main']


def exception_through(log):
    def bad(): schedule(); raise ValueError('deep')
    def level(n):
        if n == 0: tasklet(bad)()
        else: tasklet(level)(n - 1)
        try: run()
        finally: log.append(n)
    tasklet(level)(3)
    run()


case(exception_through)  # expect: [0, 1, 2, 3, 'ValueError: deep']


def exit_in_inner(log):
    def bad(): raise TaskletExit
    def outer(): tasklet(bad)(); log.append(run())
    tasklet(outer)(); run()


case(exit_in_inner)  # expect: [None]


def kill_waiting_run(log):
    def outer():
        try: run()
        except TaskletExit: log.append('exit'); raise
    def other(): 
        schedule(); log.append('kill'); o.kill(); log.append('killed')
    o = tasklet(outer)(); tasklet(other)(); run(); log.append('main')


case(kill_waiting_run)  # expect: ['kill', 'exit', 'killed', 'main']


def block_in_inner(log):
    c = channel()
    def w(): log.append('w'); c.receive(); log.append('w2')
    def outer(): tasklet(w)(); run(); log.append('o'); c.send(1); log.append('o2')
    tasklet(outer)(); run()


case(block_in_inner)  # expect: ['w', 'o', 'w2', 'o2']
