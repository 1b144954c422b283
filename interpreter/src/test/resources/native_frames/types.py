# frame: types.ByteArrayType.AssignFrame/2
def numbers(n):
    for i in range(n):
        yield wait(65 + i)


def f():
    b = bytearray(b'abcd')
    b[1:3] = numbers(3)
    b[::4] = numbers(2)
    return b


# expect: bytearray(b'AABCB')
# frame: types.ByteArrayType.ExtendFrame/2
def numbers(n):
    for i in range(n):
        yield wait(65 + i)


def f():
    b = bytearray(b'a')
    b.extend(numbers(2))
    return b


# expect: bytearray(b'aAB')
# frame: types.BytesConstruction.ItemsFrame/2
def numbers(n):
    for i in range(n):
        yield wait(65 + i)


def wrong():
    yield wait(256)


def f():
    try:
        bytes(wrong())
    except ValueError as e:
        return bytes(numbers(2)), bytearray(numbers(3)), str(e)


# expect: (b'AB', bytearray(b'ABC'), 'bytes must be in range(0, 256)')
# frame: types.BytesSplit.JoinFrame/2
def parts():
    yield wait(b'a')
    yield wait(bytearray(b'b'))


def f():
    return b', '.join(parts()), bytearray(b'-').join(parts())


# expect: (b'a, b', bytearray(b'a-b'))
# frame: types.ClassHooksFrame/1
class Named:
    def __set_name__(self, owner, name):
        self.told = wait((owner.__name__, name))


class Failing:
    def __set_name__(self, owner, name):
        wait()
        raise ValueError('no')


class Base:
    def __init_subclass__(cls, **keywords):
        cls.keywords = wait(keywords)


def f():
    class C(Base, key=1):
        a = Named()
        b = Named()

    try:

        class D:
            attribute = Failing()

    except ValueError as e:
        return C.a.told, C.b.told, C.keywords, e.__notes__


# expect: (('C', 'a'), ('C', 'b'), {'key': 1}, ["Error calling __set_name__ on 'Failing' instance 'attribute' in 'D'"])
# frame: types.ComplexFrame/1
class Complex:
    def __complex__(self):
        return wait(1 + 2j)


class Float:
    def __float__(self):
        return wait(3.0)


class Index:
    def __index__(self):
        return wait(4)


class Mine(complex):
    pass


def f():
    return complex(Complex()), complex(Float(), Index()), complex(Index(), 1), complex(imag=Float()), Mine(Complex(), 1)


# expect: ((1+2j), (3+4j), (4+1j), 3j, (1+3j))
# frame: types.DictCompareFrame/2
def f():
    one = {'a': 1, 'b': Equal(2), 'c': Equal(3)}
    return (
        one == {'c': Equal(3), 'a': 1, 'b': Equal(2)},
        one == {'a': 1, 'b': Equal(2), 'c': Equal(4)},
        one != {'a': 1, 'b': Equal(2), 'c': Equal(3)},
        one != {'a': 1, 'b': Equal(0), 'c': Equal(3)},
    )


# expect: (True, False, False, True)
# frame: types.DictUpdateFrame/3
class Mapping:
    def keys(self):
        for key in wait('ab'):
            yield wait(key)

    def __getitem__(self, key):
        return wait(key.upper())


def pair(*items):
    for item in items:
        yield wait(item)


def pairs():
    yield wait(('x', 1))
    yield pair('y', 2)
    yield wait(['z', 3])


def f():
    d = {'a': 0}
    d.update(Mapping(), b='last')
    e = {}
    e.update(pairs())
    try:
        e.update([pair(1, 2, 3)])
    except ValueError as error:
        return d, e, dict(Mapping()), dict(pairs(), w=4), str(error)


# expect: ({'a': 'A', 'b': 'last'}, {'x': 1, 'y': 2, 'z': 3}, {'a': 'A', 'b': 'B'}, {'x': 1, 'y': 2, 'z': 3, 'w': 4}, 'dictionary update sequence element #0 has length 3; 2 is required')
# frame: types.ExceptionReprFrame/1
class C:
    def __repr__(self):
        return wait('C!')


def f():
    return repr(ValueError(C())), repr(KeyError(C(), 1))


# expect: ('ValueError(C!)', 'KeyError(C!, 1)')
# frame: types.FormatFrame/1
class C:
    name = 'named'

    def __getitem__(self, key):
        return wait(key * 2)

    def __format__(self, spec):
        return wait(f'<{spec}>')

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return wait(name)

    def __repr__(self):
        return wait('C!')


class Mapping:
    def __getitem__(self, key):
        return wait(key.upper())


def f():
    return (
        '{} {:>{}} {!r:5}|{:{}}'.format(C(), 'a', 3, C(), C(), wait('x')),
        '{0.other} {0[1]} {k:y}'.format(C(), k=C()),
        '{a}-{b}'.format_map(Mapping()),
    )


# expect: ('<>   a C!   |<x>', 'other 2 <y>', 'A-B')
# frame: types.PercentFrame/1
class C:
    def __str__(self):
        return wait('str')

    def __repr__(self):
        return wait('repr')

    def __int__(self):
        return wait(7)

    def __float__(self):
        return wait(0.5)

    def __index__(self):
        return wait(255)

    def __bytes__(self):
        return wait(b'bytes')


class Mapping:
    def __getitem__(self, key):
        return wait(key.upper())


def f():
    return (
        '%s %r %d %.2f %x %5s|%-6r|%%' % (C(), C(), C(), C(), C(), C(), C()),
        '%(a)s %(b)3s' % Mapping(),
        '%s' % C(),
        b'%b %d %s' % (C(), C(), C()),
        '%*d|%a' % (4, 5, C()),
    )


# expect: ('str repr 7 0.50 ff   str|repr  |%', 'A   B', 'str', b'bytes 7 bytes', '   5|repr')
# frame: types.ReprFrame/1
import functools
import types


class C:
    def __repr__(self):
        return wait('C!')


def f():
    nested = [C(), {'key': (C(), {C()})}]
    nested.append(nested)
    inner = {}
    inner['self'] = [C(), inner]
    return (
        repr(nested),
        str(inner),
        repr(types.MappingProxyType({1: C()})),
        repr(frozenset([C()])),
        f'{[C()]!r}',
    )


# expect: ("[C!, {'key': (C!, {C!})}, [...]]", "{'self': [C!, {...}]}", 'mappingproxy({1: C!})', 'frozenset({C!})', '[C!]')
# frame: types.ReversedIterator.MeasureFrame/1
class Sequence:
    def __len__(self):
        return wait(2)

    def __getitem__(self, index):
        return index


def f():
    return list(reversed(Sequence()))


# expect: [1, 0]
# frame: types.SequenceCompareFrame/1
class Item:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return wait(Truth(self.value == other.value))

    def __lt__(self, other):
        return wait(('less', self.value < other.value))


def items(*values):
    return [Item(v) for v in values]


def f():
    return (
        items(1, 2) == items(1, 2),
        items(1, 2) != items(1, 3),
        items(1, 2) < items(1, 3),
        tuple(items(1)) < tuple(items(1, 2)),
        [Item(1), 5] < [Item(1), 4],
    )


# expect: (True, True, ('less', True), True, False)
# frame: types.SequenceSearchFrame/1
class Equal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return wait(Truth(self.value == other))

    def __repr__(self):
        return wait('E%r' % self.value)


def f():
    items = [Equal(1), Equal(2), Equal(1), 7]
    removed = list(items)
    removed.remove(2)
    try:
        (8, 9).index(Equal(3))
    except ValueError as tuple_error:
        told = [str(tuple_error)]
    try:
        [8].remove(Equal(3))
    except ValueError as list_error:
        told.append(str(list_error))
    return 2 in items, 5 in tuple(items), items.index(1, 1), tuple(items).count(1), len(removed), removed[1].value, told


# expect: (True, False, 2, 2, 3, 1, ['tuple.index(x): x not in tuple', 'list.remove(x): x not in list'])
# frame: types.SetFoldFrame/1
def numbers(*values):
    for value in values:
        yield wait(value)


def f():
    a = {1, 2, 3, 4}
    b = set(a)
    a.difference_update(numbers(1), [2], numbers(3))
    b.intersection_update(numbers(1, 2, 5), [2, 1], numbers(2))
    return {0}.union(numbers(1), [2], numbers(3)), a, b, frozenset([1, 2, 3]).difference(numbers(1), numbers(2))


# expect: ({0, 1, 2, 3}, {4}, {2}, frozenset({3}))
# frame: types.SliceAssignFrame/2
def numbers(n):
    for i in range(n):
        yield wait(i)


def f():
    items = list('abcd')
    items[1:3] = numbers(3)
    items[::4] = numbers(2)
    try:
        items[::2] = numbers(1)
    except ValueError as e:
        return items, str(e)


# expect: ([0, 0, 1, 2, 1], 'attempt to assign sequence of size 1 to extended slice of size 3')
# frame: types.SortFrame/1
def numbers():
    for value in [3, 1, 2]:
        yield wait(value)


def failing(a):
    if a == 2:
        raise KeyError(wait(a))
    return a


def f():
    items = [Less(v, i) for i, v in enumerate([5, 3, 1, 4, 4, 2, 6, 3])]
    items.sort()
    back = sorted(items[::-1], reverse=True)
    kept = [3, 2, 1]
    try:
        kept.sort(key=failing)
    except KeyError:
        pass
    return (
        [(i.value, i.place) for i in items],
        [i.value for i in back],
        sorted(numbers(), key=lambda v: wait(-v)),
        kept,
    )


# expect: ([(1, 2), (2, 5), (3, 1), (3, 7), (4, 3), (4, 4), (5, 0), (6, 6)], [6, 5, 4, 4, 3, 3, 2, 1], [3, 2, 1], [3, 2, 1])
# frame: types.StrSplit.JoinFrame/2
def parts(*values):
    for value in values:
        yield wait(value)


def f():
    try:
        ''.join(parts('a', 1))
    except TypeError as e:
        return ', '.join(parts('a', 'b', 'c')), str(e)


# expect: ('a, b, c', 'sequence item 1: expected str instance, int found')
# frame: types.TranslateFrame/1
class Table:
    def __getitem__(self, key):
        wait()
        if key == ord('x'):
            raise LookupError
        return {'a': 'AA', 'b': None, 'c': 67}[chr(key)]


def f():
    return 'abxca'.translate(Table())


# expect: AAxCAA
# frame: types.TupleFrame/1
def numbers(n):
    for i in range(n):
        yield wait(i)


class Mine(tuple):
    pass


def f():
    return tuple(numbers(3)), Mine(numbers(2)), type(Mine(numbers(1))) is Mine


# expect: ((0, 1, 2), (0, 1), True)
