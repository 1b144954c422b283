# What becomes of the tasklets of a thread that ends.
import stackless, sys, threading, time

ch = stackless.channel()
kept = {}


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__ + ':', e)


def blocked():
    try:
        print(ch.receive(), stackless.current.thread_id == threading.get_ident())
    finally:
        print('finally')


def removed(name):
    try:
        stackless.schedule_remove()
    except TaskletExit:
        print('killed', name)
        if name != 'catches':
            raise
    finally:
        print('finally', name)


def hard(name):
    sys.call_tracing(removed, (name,))
    print('after', name)


def paused():
    stackless.schedule_remove()
    print('paused goes on')


def queued():
    stackless.schedule()
    print('queued goes on')


def work():
    kept['blocked'] = stackless.tasklet(blocked)()
    kept['one'] = stackless.tasklet(hard)('one')
    kept['two'] = stackless.tasklet(hard)('two')
    kept['catches'] = stackless.tasklet(hard)('catches')
    kept['paused'] = stackless.tasklet(paused)()
    stackless.run()
    kept['queued'] = stackless.tasklet(queued)()
    stackless.schedule()
    kept['unstarted'] = stackless.tasklet(queued).bind(None, ())
    kept['unbound'] = stackless.tasklet(queued)


t = threading.Thread(target=work)  # not saved: other threads do not go along
t.start(), t.join()  # not saved: other threads do not go along
# expect: killed one
# expect: finally one
# expect: killed two
# expect: finally two
# expect: killed catches
# expect: finally catches
# expect: after catches
t = None  # not saved: other threads do not go along
for name, t in kept.items():  # not saved: tasklets of a thread that has ended have none
    print(name, t.alive, t.paused, t.scheduled, t.blocked, t.restorable, t.thread_id, t.is_main, t.next)
# expect: blocked False False True True True -1 False None
# expect: one False False False False True -1 False None
# expect: two False False False False True -1 False None
# expect: catches False False False False True -1 False None
# expect: paused False False False False True -1 False None
# expect: queued False False False False True -1 False None
# expect: unstarted False False False False True -1 False None
# expect: unbound False False False False True -1 False None
attempt(kept['blocked'].insert)  # not saved: no thread  # expect: RuntimeError: You cannot run a blocked tasklet
attempt(kept['paused'].insert)  # not saved: no thread  # expect: RuntimeError: Target thread isn't initialized
attempt(kept['unbound'].insert)  # not saved: no thread  # expect: RuntimeError: You cannot run an unbound(dead) tasklet
attempt(kept['paused'].run)  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(kept['blocked'].run)  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(kept['paused'].switch)  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(kept['paused'].throw, ValueError)  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(kept['unbound'])  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(kept['unbound'].bind, None, ())  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
attempt(ch.send, 1)  # not saved: no thread  # expect: RuntimeError: tasklet has no thread
print(ch.balance, ch.queue is kept['blocked'])  # not saved: no thread  # expect: -1 True
attempt(kept['unstarted'].kill)  # not saved: no thread  # expect: None
attempt(kept['unstarted'].bind_thread)  # not saved: no thread  # expect: None
print(kept['unstarted'].alive)  # not saved: no thread  # expect: False
attempt(kept['paused'].bind_thread)  # not saved: no thread  # expect: None
print(kept['paused'].alive, kept['paused'].paused, kept['paused'].thread_id == threading.get_ident())  # not saved: no thread  # expect: True True True
attempt(kept['paused'].run)  # not saved: no thread  # expect: paused goes on
# expect: None
attempt(kept['blocked'].bind_thread)  # not saved: no thread  # expect: None
attempt(ch.send, 'value')  # not saved: no thread  # expect: value True
# expect: finally
# expect: None
attempt(kept['queued'].kill)  # not saved: no thread  # expect: None
for t in kept.values(): t.bind_thread()  # not saved: no thread
print([t.alive for t in kept.values()])  # expect: [False, False, False, False, False, False, False, False]


# A tasklet that never wants to end is given up.
def never_ends():
    while True:
        try:
            stackless.schedule_remove()
        except TaskletExit:
            kills.append(1)


def stubborn():
    kept['stubborn'] = stackless.tasklet(lambda: sys.call_tracing(never_ends, ()))()
    stackless.run()


kills = []  # not saved: other threads do not go along
t = threading.Thread(target=stubborn)  # not saved: other threads do not go along
t.start(), t.join()  # not saved: other threads do not go along
t = None  # not saved: other threads do not go along
print(len(kills), kept.pop('stubborn').restorable)  # not saved: other threads do not go along  # expect: 10 False
attempt(stackless.tasklet(blocked).bind_thread, 12345)  # expect: ValueError: bad thread
attempt(stackless.tasklet(blocked).bind_thread, 'x')  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(stackless.tasklet(blocked).bind_thread, 2**80)  # expect: OverflowError: Python int too large to convert to C long
t = stackless.tasklet(blocked)()
attempt(t.bind_thread)  # expect: RuntimeError: can't (re)bind a runnable tasklet
attempt(t.bind_thread, -1)  # expect: RuntimeError: can't (re)bind a runnable tasklet
t.kill()
