# frame: builtins.BuildClassFrame/1
class Meta(type):
    def __prepare__(name, bases, **keywords):
        return wait({'prepared': keywords['extra']})

    def __new__(cls, name, bases, namespace, **keywords):
        return wait(super().__new__(cls, name, bases, namespace))

    def __init__(cls, name, bases, namespace, **keywords):
        wait()


class Entries:
    def __mro_entries__(self, bases):
        return wait((dict,))


def f():
    class C(Entries(), metaclass=Meta, extra=2):
        value = wait(prepared) + 1

        def name(self):
            return __class__.__name__

    return C.__bases__, len(C.__orig_bases__), C.value, C().name(), type(C)


# expect: ((<class 'dict'>,), 1, 3, 'C', <class '__main__.Meta'>)
# frame: builtins.ExtremeFrame/2
def numbers():
    yield wait(3)
    yield wait(4)


def f():
    least = min(map(Less, [4, 2, 3])).value
    return least, max([1, -5, 2], key=lambda v: wait(v * v)), max(numbers()), min((), default=wait(9))


# expect: (2, -5, 4, 9)
# frame: builtins.PrintFrame/2
class Text:
    def __str__(self):
        return wait('text')


class File:
    def __init__(self):
        self.told = []

    def write(self, text):
        self.told.append(wait(text))

    def flush(self):
        self.told.append(wait('flushed'))


def f():
    file = File()
    print(1, Text(), 'two', sep='-', end='!', file=file, flush=True)
    print(Text(), Text(), file=file)
    return ''.join(file.told)


# expect: 1-text-two!flushedtext text
# expect:
# frame: builtins.SumFrame/2
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(wait(self.value) + getattr(other, 'value', other))

    __radd__ = __add__


def tenths():
    for _ in range(10):
        yield wait(0.1)


def large():
    yield wait(2**62)
    yield wait(2**62)
    yield wait(1)


def mixed():
    yield 1
    yield wait(Number(2))
    yield 3


def back_to_floats():
    yield ToFloat()
    yield wait(1e100)
    yield wait(1.0)
    yield wait(-1e100)


class ToFloat:
    def __radd__(self, other):
        return wait(float(other))


def f():
    return sum(tenths()), sum(large()), sum(mixed()).value, sum([[1], [2]], wait([])), sum(back_to_floats())


# expect: (1.0, 9223372036854775809, 6, [1, 2], 1.0)
# frame: builtins.TruthSearchFrame/2
def values(*found):
    for value in found:
        yield wait(value)


def f():
    return (
        any([Truth(False), Truth(True), Truth(None)]),
        all([Truth(True), Truth(False), Truth(None)]),
        any(values(0, '')),
        all(values(1, 'a')),
    )


# expect: (True, False, False, True)
