# frame: interp.AnnotationsFallback/1
class Mapping(dict):
    def __getitem__(self, key):
        asked.append(key)
        wait()
        return dict.__getitem__(self, key)

    def __setitem__(self, key, value):
        wait()
        dict.__setitem__(self, key, value)

    def __contains__(self, key):
        raise AssertionError


asked = []


def f():
    empty, own, none = Mapping(), Mapping(__annotations__={'y': 1}), Mapping(__annotations__=None)
    exec('x: int', {}, empty)
    exec('x: int', {}, own)
    try:
        exec('x: int', {}, none)
    except TypeError as e:
        return dict.items(empty), dict.items(own), str(e), asked.count('__annotations__')


# expect: (dict_items([('__annotations__', {'x': <class 'int'>})]), dict_items([('__annotations__', {'y': 1, 'x': <class 'int'>})]), "'NoneType' object does not support item assignment", 6)


# frame: interp.AsyncStep.AsyncStepFrame/1
async def numbers():
    try:
        yield wait(1)
        yield wait(2)
    except KeyError:
        yield wait('caught')
    finally:
        wait()


async def steps():
    all_items = [v async for v in numbers()]
    thrown = numbers()
    first = await anext(thrown)
    caught = await thrown.athrow(KeyError())
    closed = numbers()
    sent = await closed.asend(None)
    await closed.aclose()
    return all_items, first, caught, sent, await anext(thrown, 'default'), await anext(closed, 'over')


def f():
    try:
        steps().send(None)
    except StopIteration as e:
        return e.value


# expect: ([1, 2], 1, 'caught', 1, 'default', 'over')
# frame: interp.CloseFrame/1
class Delegate:
    def __init__(self, told):
        self.told = told

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        self.told.append(wait('delegate'))


class Failing(Delegate):
    def close(self):
        wait()
        raise KeyError('close')


def outer(kind, told):
    try:
        yield from kind(told)
    except GeneratorExit:
        told.append(wait('exit'))
        raise
    except KeyError as e:
        told.append(wait(e.args[0]))
        return 'returned'


def inner(told):
    try:
        yield 1
    finally:
        told.append(wait('inner'))


def opened(kind, told):
    g = outer(kind, told)
    next(g)
    return g


def f():
    told = []
    closed = opened(Delegate, told).close()
    nested = opened(inner, told).close()
    failed = opened(Failing, told).close()
    try:
        opened(Delegate, told).throw(GeneratorExit('mine'))
    except GeneratorExit as e:
        thrown = e.args
    return told, closed, nested, failed, thrown


# expect: (['delegate', 'exit', 'inner', 'exit', 'close', 'delegate', 'exit'], None, None, 'returned', ('mine',))
# frame: interp.MergeFrame/3
class Mapping:
    def __init__(self, **entries):
        self.entries = entries

    def keys(self):
        for key in wait(self.entries):
            yield wait(key)

    def __getitem__(self, key):
        return wait(self.entries[key])


def call(**keywords):
    return keywords


def twice():
    try:
        call(a=1, **Mapping(a=2))
    except TypeError as e:
        return str(e)


def f():
    return {'a': 1, **Mapping(a=2, b=3)}, call(z=0, **Mapping(x=1, y=2)), twice()


# expect: ({'a': 2, 'b': 3}, {'z': 0, 'x': 1, 'y': 2}, "__main__.call() got multiple values for keyword argument 'a'")
# frame: interp.NameFallback/1
class Namespace(dict):
    def __getitem__(self, key):
        return wait(dict.__getitem__(self, key))

    def __missing__(self, key):
        raise AssertionError


class Asked(dict):
    def __getitem__(self, key):
        wait()
        raise KeyError(key)


class Meta(type):
    def __prepare__(name, bases):
        return Asked()


A_GLOBAL = 'global'


def f():
    cell = 'cell'

    class C(metaclass=Meta):
        values = A_GLOBAL, cell, len('abc')

        def method(self):
            return cell

    space = Asked(A_LOCAL='lost')
    exec('found = A_GLOBAL, sorted', globals(), space)
    try:
        eval('A_LOCAL', globals(), space)
    except NameError as e:
        return C.values, space.get('found')[0], str(e)


# expect: (('global', 'cell', 3), 'global', "name 'A_LOCAL' is not defined")
# frame: interp.RaiseFrame/1
class Error(Exception):
    def __init__(self):
        super().__init__(wait('error'))


class Cause(Exception):
    def __init__(self):
        super().__init__(wait('cause'))


def f():
    try:
        raise Error from Cause
    except Error as e:
        return e.args, e.__cause__.args, e.__suppress_context__


# expect: (('error',), ('cause',), True)
# frame: interp.SpreadFrame/1
class Iterable:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return wait(self.generate())

    def generate(self):
        for item in self.items:
            yield wait(item)


def f():
    a, *b, c = Iterable(1, 2, 3, 4)
    d, e = Iterable(5, 6)
    try:
        d, e = Iterable(1, 2, 3)
    except ValueError as error:
        return a, b, c, d, e, str(error)


# expect: (1, [2, 3], 4, 5, 6, 'too many values to unpack (expected 2)')
