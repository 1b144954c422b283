# The names of module stackless, and what wrong use is told. It is a script of the main tasklet.
import stackless, sys, copy, pickle, types, gc, weakref
from stackless import *
from stackless import pickle_flags, pickle_flags_default, bomb
def tr(f, *a, **k):
    try: print(repr(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e: print(type(e).__name__ + ':', e)
print([n for n in ('current','main','runcount','bomb','cframe') if n in globals()])
# expect: ['bomb']
print(stackless.stackless is stackless, type(stackless).__name__, type(stackless).__module__, isinstance(stackless, types.ModuleType))
# expect: True StacklessModuleType stackless True
for n in ('bomb','cframe','cstack','pickle_flags','pickle_flags_default','PICKLEFLAGS_PRESERVE_TRACING_STATE','PICKLEFLAGS_PRESERVE_AG_FINALIZER','PICKLEFLAGS_RESET_AG_FINALIZER','PICKLEFLAGS_PICKLE_CONTEXT','test_cframe_nr','test_outside','_wrap','_test_nostacklesscall','_pickle_moduledict','_gc_track','_gc_untrack','_stackless','_tasklet_get_unpicklable_state','StacklessModuleType', 'FunctionProxyType'):
    print(n, hasattr(stackless, n))
# expect: bomb True
# expect: cframe True
# expect: cstack True
# expect: pickle_flags True
# expect: pickle_flags_default True
# expect: PICKLEFLAGS_PRESERVE_TRACING_STATE True
# expect: PICKLEFLAGS_PRESERVE_AG_FINALIZER True
# expect: PICKLEFLAGS_RESET_AG_FINALIZER True
# expect: PICKLEFLAGS_PICKLE_CONTEXT True
# expect: test_cframe_nr False
# expect: test_outside False
# expect: _wrap True
# expect: _test_nostacklesscall True
# expect: _pickle_moduledict False
# expect: _gc_track False
# expect: _gc_untrack False
# expect: _stackless True
# expect: _tasklet_get_unpicklable_state True
# expect: StacklessModuleType True
# expect: FunctionProxyType False
def undocumented(holder, names):
    return [n for n in names if (callable(getattr(holder, n)) and not (getattr(holder, n).__doc__ or '').strip())]
print([undocumented(h, [n for n in vars(h) if not n.startswith('_')]) for h in (stackless.tasklet, stackless.channel)])
# expect: [[], []]
print(undocumented(stackless, stackless.__all__), undocumented(stackless.io, [n for n in vars(stackless.io) if not n.startswith('_')]))
# expect: [] []
print(len({getattr(stackless, n).__doc__ for n in stackless.__all__ if callable(getattr(stackless, n))}) == sum(callable(getattr(stackless, n)) for n in stackless.__all__))
# expect: True
inner = stackless._stackless
print(inner._pickle_moduledict(None, vars(sys)), inner._pickle_moduledict(pickle._Pickler(__import__('io').BytesIO()), {'__name__': 'sys'}), inner._pickle_moduledict(None, 1))
# expect: (<built-in function getattr>, (<module 'sys' (built-in)>, '__dict__')) None None
print(pickle.loads(pickle._dumps(vars(copy))) is vars(copy), pickle.loads(pickle.dumps(vars(copy))) is vars(copy))
# expect: True True
for f in (inner._gc_track, inner._gc_untrack):
    for o in ([], (1,), 5, 'a', lambda: 0, stackless.getcurrent()):
        tr(f, o)
# expect: NotImplementedError: _gc_track(): Java's collector keeps no list of what it tracks
# expect: NotImplementedError: _gc_track(): Java's collector keeps no list of what it tracks
# expect: TypeError: _gc_track() needs a container, not 'int'
# expect: TypeError: _gc_track() needs a container, not 'str'
# expect: NotImplementedError: _gc_track(): Java's collector keeps no list of what it tracks
# expect: NotImplementedError: _gc_track(): Java's collector keeps no list of what it tracks
# expect: NotImplementedError: _gc_untrack(): Java's collector keeps no list of what it tracks
# expect: NotImplementedError: _gc_untrack(): Java's collector keeps no list of what it tracks
# expect: TypeError: _gc_untrack() needs a container, not 'int'
# expect: TypeError: _gc_untrack() needs a container, not 'str'
# expect: NotImplementedError: _gc_untrack(): Java's collector keeps no list of what it tracks
# expect: NotImplementedError: _gc_untrack(): Java's collector keeps no list of what it tracks
print([gc.is_tracked(o) for o in ([], (1, []), 5, 'a', 1.5, b'', slice(1), lambda: 0, {}, set())])
# expect: [True, True, False, False, False, False, True, True, True, True]
for n in ('current','main','runcount','debug','uncollectables','threads'):
    tr(lambda: setattr(stackless, n, 1))
# expect: AttributeError: can't set attribute
# expect: AttributeError: can't set attribute
# expect: AttributeError: can't set attribute
# expect: AttributeError: can't set attribute
# expect: AttributeError: can't set attribute
# expect: AttributeError: can't set attribute
tr(setattr, stackless, 'foo', 1)
# expect: None
print(stackless.foo)
# expect: 1
tr(setattr, stackless, 'pickle_with_tracing_state', True)
# expect: None
print(stackless.pickle_with_tracing_state, pickle_flags(), pickle_flags_default())
# expect: True 1 1
stackless.pickle_with_tracing_state=False
print(stackless.__reduce__(), copy.copy(stackless) is stackless, pickle.loads(pickle.dumps(stackless)) is stackless, copy.deepcopy(stackless) is stackless)
# expect: stackless True True True
print(pickle.dumps(stackless, 0))
# expect: b'cstackless\nstackless\np0\n.'
print(TaskletExit.__mro__)
# expect: (<class 'TaskletExit'>, <class 'SystemExit'>, <class 'BaseException'>, <class 'object'>)
tr(getcurrent, 1)
# expect: TypeError: getcurrent() takes no arguments (1 given)
tr(getmain, 1)
# expect: TypeError: getmain() takes no arguments (1 given)
tr(getruncount, 1)
# expect: TypeError: getruncount() takes no arguments (1 given)
tr(schedule)
# expect: <_stackless.tasklet object
tr(schedule, 5)
# expect: 5
tr(schedule, retval=6)
# expect: 6
tr(schedule_remove, 7)
# expect: 7
tr(schedule, 1, 2)
# expect: TypeError: schedule() takes at most 1 argument (2 given)
tr(schedule, foo=1)
# expect: TypeError: schedule() got an unexpected keyword argument 'foo'
tr(switch_trap)
# expect: 0
tr(switch_trap, 1)
# expect: 0
tr(schedule)
# expect: <_stackless.tasklet object
t = tasklet(print)('x')
tr(schedule)
# expect: RuntimeError: switch_trap
tr(schedule_remove)
# expect: RuntimeError: switch_trap
tr(t.run)
# expect: RuntimeError: switch_trap
tr(t.switch)
# expect: RuntimeError: switch_trap
tr(stackless.run)
# expect: RuntimeError: switch_trap
tr(t.kill)
# expect: RuntimeError: switch_trap
tr(t.throw, ValueError)
# expect: RuntimeError: switch_trap
tr(t.raise_exception, ValueError)
# expect: RuntimeError: switch_trap
tr(channel().receive)
# expect: RuntimeError: switch_trap
tr(channel().send, 1)
# expect: RuntimeError: switch_trap
tr(channel().send_exception, ValueError)
# expect: RuntimeError: switch_trap
tr(channel().send_throw, ValueError)
# expect: RuntimeError: switch_trap
tr(switch_trap, -1)
# expect: 1
tr(stackless.run)
# expect: x
# expect: None
tr(switch_trap, 'x')
# expect: TypeError: 'str' object cannot be interpreted as an integer
tr(switch_trap)
# expect: 0
tr(enable_softswitch, None)
# expect: True
tr(enable_softswitch)
# expect: TypeError: enable_softswitch() missing required argument 'flag' (pos 1)
tr(enable_softswitch, 5)
# expect: True
tr(set_schedule_callback, 5)
# expect: TypeError: schedule callback must be callable
tr(set_channel_callback, 5)
# expect: TypeError: channel callback must be callable
tr(set_schedule_callback, None)
# expect: None
tr(set_channel_callback)
# expect: TypeError: set_channel_callback() takes exactly one argument (0 given)
tr(get_schedule_callback)
# expect: None
tr(set_error_handler, 5)
# expect: None
tr(set_error_handler)
# expect: 5
tr(set_error_handler)
# expect: None
tr(pickle_flags)
# expect: 0
tr(pickle_flags, -2)
# expect: ValueError: you must not set an undefined pickle-flag
tr(pickle_flags, 16)
# expect: ValueError: you must not set an undefined pickle-flag
tr(pickle_flags, 15)
# expect: 0
tr(pickle_flags, 0)
# expect: 15
tr(pickle_flags, 8, 1)
# expect: 0
tr(pickle_flags, 'x')
# expect: TypeError: 'str' object cannot be interpreted as an integer
tr(pickle_flags_default, 3)
# expect: 0
tr(pickle_flags_default, 0)
# expect: 3
tr(pickle_flags, 2**70)
# expect: OverflowError: Python int too large to convert to C int
tr(atomic, 1)
# expect: <stackless.atomic object
print(atomic)
# expect: <class 'stackless.atomic'>
with atomic() as a: print(a, stackless.current.atomic)
# expect: None True
print(stackless.current.atomic)
# expect: False
tr(pickle.dumps, atomic())
# expect: b'\x80\x04\x95\x1b\x00\x00\x00\x00\x00\x00\x00\x8c\tstackless\x94\x8c\x06atomic\x94\x93\x94)\x81\x94.'
tr(stackless.run, 1, 2, 3, 4, 5, 6)
# expect: TypeError: run_watchdog() takes at most 5 arguments (6 given)
tr(stackless.run, foo=1)
# expect: TypeError: run_watchdog() got an unexpected keyword argument 'foo'
tr(stackless.run, 'x')
# expect: TypeError: 'str' object cannot be interpreted as an integer
tr(stackless.run, timeout=5.0)
# expect: TypeError: 'float' object cannot be interpreted as an integer
T = tasklet
for c in (T, channel, bomb): print(c, c.__module__, c.__name__)
# expect: <class '_stackless.tasklet'> _stackless tasklet
# expect: <class '_stackless.channel'> _stackless channel
# expect: <class '_stackless.bomb'> _stackless bomb
tr(T, 5)
# expect: TypeError: tasklet function must be a callable or None
tr(T, print, 5)
# expect: TypeError: tasklet args must be a tuple or None
tr(T, print, (), 5)
# expect: TypeError: tasklet kwargs must be a dictionary or None
tr(T, 1,2,3,4)
# expect: TypeError: bind() takes at most 3 arguments (4 given)
tr(T, x=1)
# expect: TypeError: 'x' is an invalid keyword argument for bind()
tr(setattr, T(), 'foo', 1)
# expect: AttributeError: '_stackless.tasklet' object has no attribute 'foo' and no __dict__ for setting new attributes
tr(getattr, T(), 'foo')
# expect: AttributeError: '_stackless.tasklet' object has no attribute 'foo'
tr(setattr, T, 'foo', 1)
# expect: TypeError: cannot set 'foo' attribute of immutable type 'tasklet'
tr(bool, T())
# expect: True
for n in 'alive paused scheduled blocked restorable atomic ignore_nesting is_main is_current thread_id next prev _channel frame recursion_depth nesting_level cstate context_id tempval block_trap'.split():
    t = T(); print(n, getattr(t, n) if n not in ('cstate','thread_id','context_id') else '', end=' '); tr(setattr, t, n, 5)
    tr(delattr, t, n)
# expect: alive False AttributeError: attribute 'alive' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'alive' of '_stackless.tasklet' objects is not writable
# expect: paused False AttributeError: attribute 'paused' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'paused' of '_stackless.tasklet' objects is not writable
# expect: scheduled False AttributeError: attribute 'scheduled' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'scheduled' of '_stackless.tasklet' objects is not writable
# expect: blocked False AttributeError: attribute 'blocked' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'blocked' of '_stackless.tasklet' objects is not writable
# expect: restorable True AttributeError: attribute 'restorable' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'restorable' of '_stackless.tasklet' objects is not writable
# expect: atomic False AttributeError: attribute 'atomic' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'atomic' of '_stackless.tasklet' objects is not writable
# expect: ignore_nesting False AttributeError: attribute 'ignore_nesting' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'ignore_nesting' of '_stackless.tasklet' objects is not writable
# expect: is_main False AttributeError: attribute 'is_main' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'is_main' of '_stackless.tasklet' objects is not writable
# expect: is_current False AttributeError: attribute 'is_current' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'is_current' of '_stackless.tasklet' objects is not writable
# expect: thread_id  AttributeError: attribute 'thread_id' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'thread_id' of '_stackless.tasklet' objects is not writable
# expect: next None AttributeError: attribute 'next' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'next' of '_stackless.tasklet' objects is not writable
# expect: prev None AttributeError: attribute 'prev' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'prev' of '_stackless.tasklet' objects is not writable
# expect: _channel None AttributeError: attribute '_channel' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute '_channel' of '_stackless.tasklet' objects is not writable
# expect: frame None AttributeError: attribute 'frame' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'frame' of '_stackless.tasklet' objects is not writable
# expect: recursion_depth 0 AttributeError: attribute 'recursion_depth' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'recursion_depth' of '_stackless.tasklet' objects is not writable
# expect: nesting_level 0 AttributeError: attribute 'nesting_level' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'nesting_level' of '_stackless.tasklet' objects is not writable
# expect: cstate  AttributeError: readonly attribute
# expect: AttributeError: readonly attribute
# expect: context_id  AttributeError: attribute 'context_id' of '_stackless.tasklet' objects is not writable
# expect: AttributeError: attribute 'context_id' of '_stackless.tasklet' objects is not writable
# expect: tempval None None
# expect: None
# expect: block_trap False None
# expect: TypeError: block_trap must be set to a bool or integer
tr(stackless.current.bind, None)
# expect: RuntimeError: can't (re)bind the current tasklet
tr(stackless.current.bind, print, ())
# expect: RuntimeError: can't (re)bind the current tasklet
tr(stackless.main.bind)
# expect: RuntimeError: can't (re)bind the current tasklet
t = T(print)('y')
tr(t.bind, print)
# expect: RuntimeError: tasklet is scheduled
tr(t.setup, 1)
# expect: RuntimeError: tasklet is alive
tr(t.remove)
# expect: <_stackless.tasklet object
tr(t.bind, print, ())
# expect: <_stackless.tasklet object
tr(t.bind)
# expect: <_stackless.tasklet object
print(t.alive)
# expect: False
tr(T().bind, None, ())
# expect: RuntimeError: the tasklet was not bound to a function
tr(T().setup)
# expect: RuntimeError: the tasklet was not bound to a function
tr(T())
# expect: RuntimeError: the tasklet was not bound to a function
tr(T().insert)
# expect: RuntimeError: You cannot run an unbound(dead) tasklet
tr(T().run)
# expect: RuntimeError: You cannot run an unbound(dead) tasklet
tr(T().switch)
# expect: RuntimeError: You cannot run an unbound(dead) tasklet
tr(T().remove)
# expect: <_stackless.tasklet object
tr(T().kill)
# expect: None
tr(T().throw, ValueError)
# expect: RuntimeError: You cannot throw to a dead tasklet
tr(T().raise_exception, ValueError)
# expect: RuntimeError: You cannot throw to a dead tasklet
tr(T().throw)
# expect: TypeError: throw() missing required argument 'exc' (pos 1)
tr(T().throw, 5)
# expect: TypeError: exceptions must be classes, or instances, not int
tr(T().throw, ValueError(), 5)
# expect: TypeError: instance exception may not have a separate value
tr(T().throw, ValueError, 5, 5)
# expect: TypeError: third argument must be a traceback object
tr(T().raise_exception)
# expect: TypeError: raise_exception() takes at least 1 argument
tr(T().raise_exception, 5)
# expect: TypeError: tasklet.raise_exception needs Exception or string subclass as first parameter
tr(T().throw, TaskletExit)
# expect: None
tr(T().raise_exception, TaskletExit)
# expect: None
tr(T().set_atomic)
# expect: TypeError: tasklet.set_atomic() takes exactly one argument (0 given)
tr(T().set_atomic, 'x')
# expect: TypeError: set_atomic needs exactly one bool or integer
tr(T().set_atomic, 1)
# expect: False
tr(T().set_ignore_nesting, 'x')
# expect: TypeError: set_ignore_nesting needs exactly one bool or integer
tr(T().set_ignore_nesting, True)
# expect: False
tr(setattr, T(), 'block_trap', 'x')
# expect: TypeError: block_trap must be set to a bool or integer
tr(T().set_context, 5)
# expect: TypeError: set_context() argument 1 must be _contextvars.Context, not int
tr(T().context_run)
# expect: TypeError: run() missing 1 required positional argument
tr(stackless.main.insert)
# expect: <_stackless.tasklet object
tr(stackless.main.remove)
# expect: RuntimeError: The current tasklet cannot be removed.
tr(stackless.main.run)
# expect: None
tr(stackless.main.switch)
# expect: None
tr(T().__reduce__)
# expect: (<class '_stackless.tasklet'>, (), (0, None, 0, [], None, None, None, None, 0, 0, None, None))
tr(stackless.current.__reduce__)
# expect: RuntimeError: You cannot __reduce__ the tasklet which is current.
tr(T().__reduce_ex__, 'x')
# expect: TypeError: __reduce_ex__ argument should be an integer
tr(T().__reduce_ex__)
# expect: (<class '_stackless.tasklet'>, (), (0, None, 0, [], None, None, None, None, 0, 0, None, None))
tr(T().kill, pending=True)
# expect: None
tr(T().kill, True)
# expect: None
tr(T().bind_thread, None)
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
tr(T().bind_thread, -5)
# expect: ValueError: bad thread
c = channel()
for n in 'balance queue closing closed preference schedule_all'.split(): print(n, getattr(c, n), end=' '); tr(setattr, c, n, 5); tr(delattr, c, n)
# expect: balance 0 AttributeError: attribute 'balance' of '_stackless.channel' objects is not writable
# expect: AttributeError: attribute 'balance' of '_stackless.channel' objects is not writable
# expect: queue None AttributeError: attribute 'queue' of '_stackless.channel' objects is not writable
# expect: AttributeError: attribute 'queue' of '_stackless.channel' objects is not writable
# expect: closing False AttributeError: attribute 'closing' of '_stackless.channel' objects is not writable
# expect: AttributeError: attribute 'closing' of '_stackless.channel' objects is not writable
# expect: closed False AttributeError: attribute 'closed' of '_stackless.channel' objects is not writable
# expect: AttributeError: attribute 'closed' of '_stackless.channel' objects is not writable
# expect: preference -1 None
# expect: TypeError: preference must be set to an integer
# expect: schedule_all 0 None
# expect: TypeError: preference must be set to a bool or integer
tr(setattr, c, 'preference', 'x')
# expect: TypeError: preference must be set to an integer
tr(setattr, c, 'schedule_all', 'x')
# expect: TypeError: preference must be set to a bool or integer
print(c.preference, c.schedule_all)
# expect: 1 1
tr(len, c)
# expect: TypeError: object of type 'channel' has no len()
print(iter(c) is c)
# expect: True
tr(c.send)
# expect: TypeError: send() takes exactly 1 positional argument (0 given)
tr(c.send, 1, 2)
# expect: TypeError: send() takes exactly 1 positional argument (2 given)
tr(c.send, value=1)
# expect: TypeError: send() takes exactly 1 positional argument (0 given)
tr(c.receive, 1)
# expect: TypeError: receive() takes no positional arguments
tr(c.receive)
# expect: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
tr(c.send, 1)
# expect: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
tr(c.send_exception)
# expect: TypeError: send_exception() takes at least 1 argument
tr(c.send_exception, 'x')
# expect: TypeError: channel.send_exception needs Exception or string subclass as first parameter
tr(c.send_throw)
# expect: TypeError: send_throw() takes at least 1 positional argument (0 given)
tr(c.send_throw, 5)
# expect: TypeError: exceptions must be classes, or instances, not int
tr(c.send_sequence, 5)
# expect: TypeError: 'int' object is not iterable
tr(c.close)
# expect: None
tr(c.receive)
# expect: ValueError: Send/receive operation on a closed channel
tr(c.send, 1)
# expect: ValueError: Send/receive operation on a closed channel
print(c.closing, c.closed)
# expect: True True
tr(next, c)
# expect: StopIteration: 
tr(c.open)
# expect: None
tr(setattr, c, 'x', 1)
# expect: AttributeError: '_stackless.channel' object has no attribute 'x' and no __dict__ for setting new attributes
tr(channel, 1, x=2)
# expect: <_stackless.channel object
tr(hasattr, c, 'next')
# expect: False
tr(bomb)
# expect: <_stackless.bomb object
tr(bomb, 1,2,3,4)
# expect: TypeError: bomb() takes at most 3 arguments (4 given)
b = bomb(1,2,3)
print(b.type, b.value, b.traceback)
# expect: 1 2 3
tr(setattr, b, 'type', 1)
# expect: AttributeError: readonly attribute
b = bomb((1,2,3))
print(b.value)
# expect: 2
tr(setattr, b, 'x', 1)
# expect: AttributeError: '_stackless.bomb' object has no attribute 'x' and no __dict__ for setting new attributes
tr(bomb, x=1)
# expect: TypeError: bomb() got an unexpected keyword argument 'x'
cs = stackless.current.cstate
print(type(cs), cs.next is cs, cs.prev is cs, cs.task, cs.nesting_level, cs.size, repr(str(cs)))
# expect: <class '_stackless.cstack'> True True None 0 0 ''
tr(lambda: cs.startaddr > 0)
# expect: True
tr(setattr, cs, 'task', 1)
# expect: AttributeError: readonly attribute
print(len(get_thread_info(-1, 1 << 30)), len(get_thread_info(-1, 1 << 31)), get_thread_info(-1, 1 << 31)[3])  # expect: 6 4 None

# A bomb takes keywords; None stands for what is not given.
b = stackless.bomb(value=1, type=ValueError)
print(b.type, b.value, b.traceback, stackless.bomb((1, 2)).value)  # expect: <class 'ValueError'> 1 None 2
for wrong in (lambda: stackless.bomb(1, 2, 3, 4), lambda: stackless.bomb((1, 2, 3, 4)), lambda: stackless.bomb(foo=1)):
    try:
        wrong()
    except TypeError as e:
        print(e)
# expect: bomb() takes at most 3 arguments (4 given)
# expect: bomb() takes at most 3 arguments (4 given)
# expect: bomb() got an unexpected keyword argument 'foo'
t = stackless.tasklet(stackless.schedule)()
stackless._stackless._test_outside()
print(t.alive, stackless.runcount)  # expect: False 1


# States of channels and tasklets that are none.
for wrong in ('a', 6, []), (0, 'a', []), (0, 6, ()), (0, 6):
    try:
        stackless.channel().__setstate__(wrong)
    except TypeError as e:
        print(e)
# expect: 'str' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
# expect: argument 3 must be list, not tuple
# expect: channel() takes exactly 3 arguments (2 given)
try:
    stackless.stackless._stackless._tasklet_get_unpicklable_state(3)
except TypeError as e:
    print(e)  # expect: _tasklet_get_unpicklable_state() argument must be _stackless.tasklet, not int
