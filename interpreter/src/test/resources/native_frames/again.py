# frame: core.BoundCallFrame/1
class Bound:
    def __get__(self, instance, owner):
        return wait(lambda *args: (args, 'called'))


class C:
    __getitem__ = Bound()


def f():
    return C()[1], wait(2)


# expect: (((1,), 'called'), 2)
# frame: core.ReplayFrame/1
import math


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return wait(self.value)


def attempt(function):
    try:
        return function()
    except ValueError as e:
        return str(e)


class Bad:
    def __index__(self):
        wait(0)
        raise ValueError('no index')


def f():
    return (
        'abc'[Index(1) : Index(2)],
        [1] * Index(2),
        math.gcd(Index(6), Index(4)),
        int('z', Index(36)),
        attempt(lambda: 'abc'[Index(0) : Bad()]),
    )


# expect: ('b', [1, 1], 2, 35, 'no index')
# frame: core.StepAgainFrame/1
class Base:
    def __init_subclass__(cls, **keywords):
        cls.keywords = keywords


class Meta(type):
    def __getattribute__(cls, name):
        if name == '__prepare__':
            wait(name)
        return type.__getattribute__(cls, name)


class WithMeta(type, metaclass=Meta):
    pass


class Entries:
    def __getattr__(self, name):
        if name == '__mro_entries__':
            return wait(lambda bases: (Base,))
        raise AttributeError(name)


def f():
    class C(Entries(), a=1):
        pass

    class D(metaclass=WithMeta):
        x = 1

    return C.__mro__[1:], C.keywords, type(D) is WithMeta, D.x


# expect: ((<class '__main__.Base'>, <class 'object'>), {'a': 1}, True, 1)
