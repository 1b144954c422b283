# frame: modules.asyncio.InitFrame/1
import asyncio


class Loop:
    def get_debug(self):
        return wait(False)

    def is_running(self):
        return wait(True)

    def call_soon(self, callback, *args, context=None):
        self.soon = wait(callback)


class Name:
    def __str__(self):
        return wait('name')


async def nothing():
    return wait(asyncio.current_task(loop).get_name())


loop = Loop()


def f():
    future = asyncio.Future(loop=loop)
    task = asyncio.Task(nothing(), loop=loop, name=Name())
    first = task in asyncio.all_tasks(loop), task.get_name()
    loop.soon()
    eager = asyncio.Task(nothing(), loop=loop, name='eager', eager_start=True)
    return future.done(), future.get_loop() is loop, *first, task.result(), eager.result(), asyncio.current_task(loop)


# expect: (False, True, True, 'name', 'name', 'eager', None)


# frame: modules.asyncio.NameFrame/1
import asyncio


class Name:
    def __str__(self):
        return wait('name')


class Loop:
    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.soon = callback


async def nothing():
    pass


def f():
    loop = Loop()
    task = asyncio.Task(nothing(), loop=loop)
    task.set_name(Name())
    loop.soon()
    return task.get_name(), task.done()


# expect: ('name', True)


# frame: modules.asyncio.ScheduleFrame/1
import asyncio


class Loop:
    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        calls.append((wait(callback.__name__), args[0].result()))


calls = []


def first(future): ...


def second(future): ...


def f():
    future = asyncio.Future(loop=Loop())
    future.add_done_callback(first)
    future.add_done_callback(second)
    answer = future.set_result(5)
    future.add_done_callback(first)
    return answer, calls, future._callbacks


# expect: (None, [('first', 5), ('second', 5), ('first', 5)], None)


# frame: modules.asyncio.RemoveFrame/1
import asyncio


class Loop:
    def get_debug(self):
        return False


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return wait(self.value)


class Callback:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return wait(Truth(self.name == other.name))


def f():
    future = asyncio.Future(loop=Loop())
    for name in 'aba':
        future.add_done_callback(Callback(name))
    return future.remove_done_callback(Callback('a')), [c.name for c, _ in future._callbacks]


# expect: (2, ['b'])


# frame: modules.asyncio.SetExceptionFrame/1
import asyncio


class Loop:
    def get_debug(self):
        return False


class Failure(Exception):
    def __init__(self):
        super().__init__(wait('made'))


def f():
    future = asyncio.Future(loop=Loop())
    return future.set_exception(Failure), repr(future.exception())


# expect: (None, "Failure('made')")


# frame: modules.asyncio.CancelFrame/1
import asyncio


class Loop:
    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.ready.append((callback, args))

    def run(self):
        while self.ready:
            callback, args = self.ready.pop(0)
            callback(*args)


class Truth:
    def __bool__(self):
        return wait(True)


class Slow(asyncio.Future):
    def cancel(self, msg=None):
        super().cancel(wait(msg))
        return Truth()


async def awaiting(future):
    try:
        await future
    except asyncio.CancelledError as e:
        return e.args


def f():
    loop = Loop()
    future = Slow(loop=loop)
    task = asyncio.Task(awaiting(future), loop=loop)
    loop.run()
    answer = task.cancel('message')
    loop.run()
    return answer, task.result(), task.cancelling(), task._must_cancel


# expect: (True, ('message',), 1, False)


# frame: modules.asyncio.StepTaskFrame/1
import asyncio


class Loop:
    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.ready.append((wait(callback), args))

    def run(self):
        while self.ready:
            callback, args = self.ready.pop(0)
            callback(*args)


class Duck:
    _asyncio_future_blocking = False

    def __init__(self, fails):
        self.fails = fails

    def __await__(self):
        self._asyncio_future_blocking = wait(True)
        yield self
        return 'quack'

    def get_loop(self):
        return wait(loop)

    def add_done_callback(self, callback, *, context):
        loop.call_soon(callback, wait(self), context=context)

    def result(self):
        if wait(self.fails):
            raise KeyError('duck')


async def works(future, duck):
    out = [wait(asyncio.current_task(loop).get_name())]
    await asyncio.sleep(0)
    out.append(await future)
    try:
        out.append(await duck)
    except KeyError as e:
        out.append(wait(repr(e)))
    return out


async def fails(future):
    try:
        await future
    except asyncio.CancelledError as e:
        raise ValueError(wait(e.args))


loop = Loop()


def f():
    future, never = (asyncio.Future(loop=loop) for _ in 'ab')
    tasks = [asyncio.Task(works(future, Duck(fails)), loop=loop, name=f't{fails}') for fails in (False, True)]
    tasks.append(asyncio.Task(fails(never), loop=loop))
    loop.run()
    future.set_result(5)
    tasks[2].cancel('stop')
    loop.run()
    return *(t.result() for t in tasks[:2]), repr(tasks[2].exception()), asyncio.current_task(loop)


# expect: (['tFalse', 5, 'quack'], ['tTrue', 5, "KeyError('duck')"], "ValueError(('stop',))", None)
