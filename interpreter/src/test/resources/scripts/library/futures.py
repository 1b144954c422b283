# Futures and tasks of asyncio by themselves, as CPython's _asyncio has them.
import asyncio, _asyncio, copy, inspect, pickle, warnings, weakref


class Loop:
    """Calls what it is given when it is told to."""

    def __init__(self):
        self.ready = []
        self.debug = False

    def get_debug(self):
        return self.debug

    def is_running(self):
        return True

    def call_soon(self, callback, *args, context=None):
        self.ready.append((callback, args, context))

    def call_exception_handler(self, context):
        print(context['message'])

    def run(self):
        while self.ready:
            callback, args, context = self.ready.pop(0)
            callback(*args) if context is None else context.run(callback, *args)


loop = Loop()


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as e:
        return f'{type(e).__name__}: {e}'


def future(cls=asyncio.Future):
    return cls(loop=loop)


f = future()
print(f, type(f).__module__, f.get_loop() is loop, f.done(), f.cancelled(), f._callbacks, f._state)
# expect: <Future pending> _asyncio True False False None PENDING
print(attempt(f.result), '|', attempt(f.exception))
# expect: InvalidStateError: Result is not set. | InvalidStateError: Exception is not set.
print(attempt(pickle.dumps, f), '|', attempt(copy.copy, f))
# expect: TypeError: cannot pickle '_asyncio.Future' object | TypeError: cannot pickle '_asyncio.Future' object
print(asyncio.Future[int], inspect.signature(asyncio.Future), inspect.signature(asyncio.Task))
# expect: _asyncio.Future[int] (*, loop=None) (coro, *, loop=None, name=None, context=None, eager_start=False)
print(attempt(asyncio.Future, loop), '|', attempt(asyncio.Future, a=1), '|', attempt(asyncio.Future, loop=3))
# expect: TypeError: Future() takes no positional arguments | TypeError: Future() got an unexpected keyword argument 'a' | AttributeError: 'int' object has no attribute 'get_debug'
print(weakref.ref(f)() is f)  # expect: True

# One whose __init__ has not run.
u = asyncio.Future.__new__(asyncio.Future)
print([attempt(getattr(u, n)) for n in ('done', 'cancelled', 'result', 'cancel', 'get_loop')])
# expect: [False, False, 'InvalidStateError: Future object is not initialized.', 'RuntimeError: Future object is not initialized.', 'RuntimeError: Future object is not initialized.']
print(attempt(u.add_done_callback, print), '|', attempt(repr, u), '|', u._loop, u._asyncio_future_blocking)
# expect: RuntimeError: uninitialized Future object | RuntimeError: Future object is not initialized. | None False

# Callbacks.
calls = []


class Callback:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __call__(self, future):
        calls.append((self.name, future is f))


for name in 'abab':
    f.add_done_callback(Callback(name))
print(len(f._callbacks), f.remove_done_callback(Callback('a')), len(f._callbacks), f.remove_done_callback(Callback('c')))
# expect: 4 2 2 0
print(f.set_result(5), calls, f._callbacks, f.result(), f.exception(), f.cancel())  # expect: None [] None 5 None False
loop.run()
print(calls, f)  # expect: [('b', True), ('b', True)] <Future finished result=5>
f.add_done_callback(Callback('late'))
loop.run()
print(calls[2:])  # expect: [('late', True)]
print(attempt(f.set_result, 1), '|', attempt(f.set_exception, KeyError))
# expect: InvalidStateError: invalid state | InvalidStateError: invalid state

# Exceptions.
f = future()
print(attempt(f.set_exception, 3), '|', attempt(f.set_exception, int))
# expect: TypeError: invalid exception object | TypeError: invalid exception object
f.set_exception(StopIteration)
print(repr(f.exception()), repr(f.exception().__cause__), repr(f.exception().__context__))
# expect: RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future') StopIteration() StopIteration()
f = future()
f.set_exception(KeyError('k'))
print(f._log_traceback, attempt(f.result), f._log_traceback, f)  # expect: True KeyError: 'k' False <Future finished exception=KeyError('k')>
print(attempt(setattr, f, '_log_traceback', True), '|', attempt(delattr, f, '_log_traceback'))
# expect: ValueError: _log_traceback can only be set to False | AttributeError: cannot delete attribute
f = future()
print(f.cancel('why'), f.cancel(), f._cancel_message, attempt(f.result), attempt(f.exception), f)
# expect: True False why CancelledError: why CancelledError: why <Future cancelled>

# What awaits a future.
f = future()
it = iter(f)
print(next(it) is f, f._asyncio_future_blocking, attempt(next, it), attempt(it.send, None))
# expect: True True RuntimeError: await wasn't used with future RuntimeError: await wasn't used with future
print(attempt(it.throw, 1), '|', attempt(it.throw), '|', attempt(it.throw, KeyError), '|', attempt(next, it))
# expect: TypeError: exceptions must be classes deriving BaseException or instances of such a class | TypeError: throw expected at least 1 argument, got 0 | KeyError:  | StopIteration:


def throw(*args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        return attempt(iter(f).throw, *args), [str(w.message)[:42] for w in caught]


print(throw(KeyError, 'a'))  # not saved: filters of warnings  # expect: ("KeyError: 'a'", ['the (type, exc, tb) signature of throw() i'])
print(throw(KeyError('x'), 'a')[0], '|', throw(KeyError, None, 3)[0])  # not saved: filters of warnings
# expect: TypeError: instance exception may not have a separate value | TypeError: throw() third argument must be a traceback
it = iter(f)
print(it.close(), attempt(next, it), attempt(pickle.dumps, it))  # expect: None StopIteration:  TypeError: cannot pickle '_asyncio.FutureIter' object
f = future()
f.set_result(7)
it = iter(f)
print(attempt(next, it), attempt(next, it), next(iter(f), 'end'))  # expect: StopIteration: 7 StopIteration:  end


def delegating():
    got = yield from f
    return got + 1


print(attempt(next, delegating()))  # expect: StopIteration: 8


# Subclasses.
class Mine(asyncio.Future):
    def __init__(self, x):
        super().__init__(loop=loop)
        self.x = x

    def cancel(self, msg=None):
        calls.append(('cancel', msg))
        return super().cancel(msg)


calls.clear()
mine = Mine(3)
print(mine, mine.x, isinstance(mine, asyncio.Future))  # expect: <Mine pending> 3 True


# Tasks.
async def waits(future):
    try:
        return await future
    except asyncio.CancelledError as e:
        calls.append(f'cancelled {e.args}')
        raise


task = asyncio.Task(waits(mine), loop=loop, name='t')
print(task.get_name(), task.done(), task.cancelling(), task._must_cancel, task._fut_waiter, task._log_destroy_pending)
# expect: t False 0 False None True
print([type(c).__name__ for c, a, context in loop.ready], attempt(task.set_result, 1), '|', attempt(task.set_exception, 1))
# expect: ['TaskStepMethWrapper'] RuntimeError: Task does not support set_result operation | RuntimeError: Task does not support set_exception operation
loop.run()
print(task._fut_waiter is mine, mine._callbacks[0][0].__qualname__, mine._callbacks[0][0].__self__ is task, mine._asyncio_future_blocking)
# expect: True Task.task_wakeup True False
print(task.cancel('stop'), calls, task.cancelling(), task.done())  # expect: True [('cancel', 'stop')] 1 False
loop.run()
print(task.cancelled(), calls[1:], attempt(task.result), task.cancel())  # expect: True ["cancelled ('stop',)"] CancelledError: stop False

f = future()
task = asyncio.Task(waits(f), loop=loop, name=5)
loop.run()
f.set_result('done')
loop.run()
print(task.get_name(), task.result(), task._fut_waiter)  # expect: 5 done None
print(task.set_name(6.5), task.get_name(), task.get_stack())  # expect: None 6.5 []

task = asyncio.Task(waits(f), loop=loop)
print(task.cancel('early'), task._must_cancel, task.uncancel(), task._must_cancel, task.uncancel())  # expect: True True 0 False 0
task.cancel('early')
loop.run()
print(attempt(task.result), task.get_name().startswith('Task-'))  # expect: CancelledError: early True


class Given:
    def __init__(self, given):
        self.given = given

    def __await__(self):
        return (yield self.given)


def outcome(given):
    async def awaits():
        return await Given(given)

    t = asyncio.Task(awaits(), loop=loop, name='bad')
    loop.run()
    return str(attempt(t.result)).replace(repr(t), 'TASK')


print(outcome(None))  # expect: None
print(outcome(5))  # expect: RuntimeError: Task got bad yield: 5
print(outcome(future()).partition(' in task')[0])  # expect: RuntimeError: yield was used instead of yield from
other = asyncio.Future(loop=Loop())
other._asyncio_future_blocking = True
print(outcome(other).partition('> ')[2])  # expect: got Future <Future pending> attached to a different loop
print(outcome(x for x in ()).partition(' in task')[0])  # expect: RuntimeError: yield was used instead of yield from for generator


async def itself():
    await task


task = asyncio.Task(itself(), loop=loop)
loop.run()
print(attempt(task.result)[:44])  # expect: RuntimeError: Task cannot await on itself: <
with warnings.catch_warnings(action='ignore'):
    print(attempt(asyncio.Task, 5), '|', attempt(asyncio.Task))
# expect: TypeError: a coroutine was expected, got 5 | TypeError: Task() missing required argument 'coro' (pos 1)


# A future that is none.
class Duck:
    _asyncio_future_blocking = False
    callback = None

    def get_loop(self):
        return loop

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return 'quack'

    def add_done_callback(self, callback, *, context):
        self.callback = callback

    def result(self):
        raise KeyError('of the duck')

    def cancel(self, msg=None):
        return calls.append(msg)


duck = Duck()
task = asyncio.Task(waits(duck), loop=loop)
loop.run()
calls.clear()
print(task._fut_waiter is duck, duck._asyncio_future_blocking, task.cancel('no'), calls, task._must_cancel)
# expect: True False True ['no'] True
task.uncancel()
duck.callback(duck)
loop.run()
print(attempt(task.result))  # expect: KeyError: 'of the duck'


# KeyboardInterrupt and SystemExit go through.
async def interrupted():
    raise KeyboardInterrupt('now')


task = asyncio.Task(interrupted(), loop=loop)
print(attempt(loop.run), repr(task.exception()))  # expect: KeyboardInterrupt: now KeyboardInterrupt('now')


# The tables of tasks.
async def current():
    return asyncio.current_task(loop)


task = asyncio.Task(current(), loop=loop)
print(task in asyncio.all_tasks(loop))  # expect: True
loop.run()
print(task.result() is task, asyncio.current_task(loop), attempt(asyncio.current_task))
# expect: True None RuntimeError: no running event loop


def by_hand():
    yield _asyncio._enter_task(loop, task), attempt(_asyncio._enter_task, loop, task)[:31]
    yield asyncio.current_task(loop) is task
    yield _asyncio._leave_task(loop=loop, task=task), attempt(_asyncio._leave_task, loop, task)[:25]
    yield _asyncio._swap_current_task(loop, task), _asyncio._swap_current_task(loop, None) is task
    yield asyncio.current_task(loop)


print(list(by_hand()))  # not saved: the table of the process
# expect: [(None, 'RuntimeError: Cannot enter into'), True, (None, 'RuntimeError: Leaving tas'), (None, True), None]


# Eager tasks.
async def eager(future):
    calls.append(asyncio.current_task(loop) in asyncio.all_tasks(loop))
    return await future if future else 'at once'


calls.clear()
done = asyncio.Task(eager(None), loop=loop, eager_start=True)
f = future()
waiting = asyncio.Task(eager(f), loop=loop, eager_start=True)
print(done.result(), done.get_coro(), waiting.done(), waiting._fut_waiter is f, calls, asyncio.current_task(loop))
# expect: at once None False True [True, True] None
f.set_result('later')
loop.run()
print(waiting.result())  # expect: later

loop.debug = True
f = future()
print(f._source_traceback[-1].name, f._source_traceback[-1].line)  # expect: future return cls(loop=loop)
loop.debug = False


# The loop's methods may block the tasklet, as all that is called here may.
print(attempt(_asyncio.get_running_loop), _asyncio._get_running_loop())  # expect: RuntimeError: no running event loop None
