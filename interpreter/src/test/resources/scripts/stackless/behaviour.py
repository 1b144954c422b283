# Callbacks, error handlers, values, contexts, iteration: statements of the API. It is a script of the main tasklet.
import stackless, sys, contextvars, gc, weakref
from stackless import *
from stackless import bomb
def p(*a): print(*a)
def tr(f, *a, **k):
    try: p(repr(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e: p(type(e).__name__ + ':', e)
log = []
def name(t): return 'None' if t is None else 'main' if t.is_main else names.get(t, '?')
names = {}
def cb(prev, next): log.append((name(prev), name(next), stackless.current is prev))
set_schedule_callback(cb)
for n in 'ab':
    t = tasklet(lambda: schedule()); names[t] = n; t()
stackless.run()
set_schedule_callback(None)
p(log)
# expect: [('main', 'a', True), ('a', 'b', True), ('b', 'a', True), ('a', 'b', True), ('b', 'main', True)]
log.clear()
c = channel()
def ccb(ch, t, sending, willblock): log.append((ch is c, name(t), sending, willblock, t.tempval))
set_channel_callback(ccb)
t = tasklet(lambda: c.send(5))
names[t] = 's'
t()
stackless.run()
p(c.receive())
# expect: 5
p(log)
# expect: [(True, 's', 1, 1, 5), (True, 'main', 0, 0, None)]
def rec(ch, t, s, w): ch.send(1)
set_channel_callback(rec)
tr(c.receive)
# expect: RuntimeError: Recursive channel call due to callbacks!
p(c.balance)
# expect: 0
def err(ch, t, s, w): 1 / 0
set_channel_callback(err)
tr(c.receive)
# expect: ZeroDivisionError: division by zero
tr(c.send, 1)
# expect: ZeroDivisionError: division by zero
p(c.balance, stackless.current.tempval)
# expect: 0 None
set_channel_callback(None)
def h(t, v, tb): log.append((t.__name__, str(v), tb is not None, stackless.current.is_main))
log.clear()
set_error_handler(h)
def bad(): 1 / 0
tasklet(bad)()
stackless.run()
p(log)
# expect: [('ZeroDivisionError', 'division by zero', True, False)]
def h2(t, v, tb): raise KeyError('h')
set_error_handler(h2)
tasklet(bad)()
tr(stackless.run)
# expect: KeyError: 'h'
set_error_handler(None)
def never(): log.append('never')
log.clear()
t = tasklet(never)()
tr(t.throw, ValueError, 'early')
# expect: ValueError: early
p(t.alive, log)
# expect: False []
t = tasklet(never)()
tr(t.kill)
# expect: None
p(t.alive, log)
# expect: False []
t = tasklet(never)()
tr(t.throw, ValueError, 'pend', pending=True)
# expect: None
p(t.alive)
# expect: True
tr(stackless.run)
# expect: ValueError: pend
t = tasklet(never).bind(None, ())
tr(t.throw, ValueError, 'early')
# expect: ValueError: early
p(t.alive, log)
# expect: False []
def f(): log.append(schedule(7)); log.append(schedule_remove(8))
log.clear()
t = tasklet(f)()
stackless.run()
p(t.paused, t.tempval)
# expect: True 8
t.tempval = 9
t.insert()
stackless.run()
p(log)
# expect: [7, 9]
def g(): log.append(schedule_remove())
log.clear()
t = tasklet(g)()
stackless.run()
p(t.tempval is t)
# expect: True
t.run()
p(log[0] is t, t.tempval, t.frame, t.alive)
# expect: True None None False
t = tasklet(g)
p(t.tempval is g, t.alive)
# expect: True False
t.bind()
p(t.tempval)
# expect: None
t = tasklet(g)()
t.tempval = bomb(ValueError, 'b')
tr(stackless.run)
# expect: ValueError: b
def g2():
    try: schedule_remove()
    except ValueError as e: log.append(str(e))
log.clear()
t = tasklet(g2)()
stackless.run()
t.tempval = bomb(ValueError, 'b', None)
t.run()
p(log)
# expect: ['b']
def fin():
    try: schedule_remove()
    finally: log.append('finally')
log.clear()
t = tasklet(fin)()
stackless.run()
t.bind(None)
p(t.alive, log)
# expect: False []
t = tasklet(fin)()
stackless.run()
tr(t.bind, None, ())
# expect: RuntimeError: tasklet is already bound to a frame
t.bind(print, ('rebound',))
stackless.run()
p(t.alive, t.paused, log)
# expect: True True []
t.insert()
stackless.run()
# expect: rebound
v = contextvars.ContextVar('v', default=0)
def show(): log.append(v.get())
log.clear()
t = tasklet(show)
v.set(1)
t()
stackless.run()
p(log)
# expect: [1]
p(t.context_id == stackless.current.context_id, tasklet().context_id == stackless.current.context_id)
# expect: True False
ctx = contextvars.copy_context()
t = tasklet(show)
tr(t.set_context, ctx)
# expect: <_stackless.tasklet object
t()
v.set(2)
stackless.run()
p(log, t.context_id == id(ctx))
# expect: [1, 1] True
t = tasklet()
t.set_context(ctx)
p(t.context_run(v.get), t.context_run(lambda *a, **k: (v.set(5), a, k)[1:], 1, x=2), v.get(), t.context_run(v.get))
# expect: 1 ((1,), {'x': 2}) 2 5
tr(stackless.current.context_run, v.get)
# expect: 2
def inrun(): ctx2.run(lambda: schedule_remove())
ctx2 = contextvars.copy_context()
t = tasklet(inrun)()
stackless.run()
tr(t.set_context, ctx)
# expect: RuntimeError: the current context of the tasklet has been entered.
t.insert()
stackless.run()
p(stackless._tasklet_get_unpicklable_state(tasklet())['context'] is stackless._stackless._context_of(stackless.current))
# expect: False
c = channel()
log.clear()
def it():
    for x in c: log.append(x)
    log.append('end')
t = tasklet(it)()
stackless.run()
c.send(1)
c.close()
p(c.closing, c.closed, c.balance)
# expect: True False -1
c.send(2)
stackless.run()
p(log, c.closed)
# expect: [1, 2, 'end'] True
c = channel()
log.clear()
t = tasklet(it)()
stackless.run()
c.send(1)
c.send_exception(StopIteration)
stackless.run()
p(log)
# expect: [1, 'end']
log.clear()
t = tasklet(it)()
stackless.run()
tr(c.send_sequence, range(3))
# expect: 3
c.send_throw(StopIteration)
p(log)
# expect: [0, 1, 2, 'end']
class T(tasklet):
    def __del__(self): log.append('del');
log.clear()
t = T(print)
r = weakref.ref(t, lambda r: log.append('ref'))
del t
gc.collect()
p(sorted(log), r())
# expect: ['del', 'ref'] None
class C(channel):
    def __del__(self): log.append('delc')
log.clear()
t = C()
r = weakref.ref(t, lambda r: log.append('ref'))
del t
gc.collect()
p(sorted(log), r())
# expect: ['delc', 'ref'] None
class L:
    def __del__(self): log.append('local')
def holds():
    l = L()
    try: c3.receive()
    finally: log.append('finally')
c3 = channel()
log.clear()
t = tasklet(holds)()
stackless.run()
del t
del c3
gc.collect()
gc.collect()
p(log)
# expect: ['local']
c = channel()
stackless.current.block_trap = True
tr(c.receive)
# expect: RuntimeError: this tasklet does not like to be blocked.
p(c.balance)
# expect: 0
stackless.current.block_trap = False
def lvl(): return stackless.current.nesting_level
class K:
    def __init__(self): log.append(lvl())
    def __call__(self): log.append(lvl())
    def __hash__(self): return 0
    def __eq__(self, o): log.append(lvl()); return True
    def __enter__(self): log.append(lvl())
    def __exit__(self, *a): log.append(lvl())
    def __add__(self, o): log.append(lvl())
    @property
    def prop(self): log.append(lvl())
log.clear()
K()()
K() + 1
K().prop
with K(): pass
sorted([1], key=lambda x: log.append(lvl()) or 0)
list(map(lambda x: log.append(lvl()), [1]))
sys.call_tracing(lambda: log.append(lvl()), ())
{K(): 1}[K()]
stackless._stackless._test_nostacklesscall(lambda: log.append(lvl()))
p(log)
# expect: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
c = channel()
def ends(): pass
tasklet(ends)()
tr(c.receive)
# expect: RuntimeError: the main tasklet is receiving without a sender available.
tasklet(ends)()
tr(c.send, 1)
# expect: RuntimeError: the main tasklet is sending without a receiver available.
p(c.balance)
# expect: 0
t = tasklet(ends)()
stackless.run()
p(t.alive, t.frame, t.tempval, t.recursion_depth)
# expect: False None None 0
tr(t.insert)
# expect: RuntimeError: You cannot run an unbound(dead) tasklet
t.bind(ends)()
stackless.run()
def deep(n): return n and deep(n - 1)
t = tasklet(deep)(900)
tr(lambda: deep(50))
# expect: 0
stackless.run()
def dd(n): return stackless.current.recursion_depth if n == 0 else dd(n - 1)
p(stackless.current.recursion_depth, dd(3))
# expect: 1 5
a, b = tasklet(ends)(), tasklet(ends)()
p(stackless.current.next is a, a.next is b, b.next is stackless.current, a.prev is stackless.current, stackless.current.prev is b)
# expect: True True True True True
stackless.run()
tr(lambda: [n for n in dir(a) if not n.startswith('__')])
# expect: ['_channel', 'alive', 'atomic', 'bind', 'bind_thread', 'block_trap', 'blocked', 'context_id', 'context_run', 'cstate', 'frame', 'ignore_nesting', 'insert', 'is_current', 'is_main', 'kill', 'nesting_level', 'next', 'paused', 'prev', 'profile_function', 'raise_exception', 'recursion_depth', 'remove', 'restorable', 'run', 'scheduled', 'set_atomic', 'set_context', 'set_ignore_nesting', 'setup', 'switch', 'tempval', 'thread_id', 'throw', 'trace_function']
tr(lambda: [n for n in dir(c) if not n.startswith('__')])
# expect: ['balance', 'close', 'closed', 'closing', 'open', 'preference', 'queue', 'receive', 'schedule_all', 'send', 'send_async', 'send_exception', 'send_sequence', 'send_throw']
