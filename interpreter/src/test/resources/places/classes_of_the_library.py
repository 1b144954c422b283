# place: enum construction
import enum


def f():
    class E(enum.Enum):
        A = wait(1)
        B = wait('b')

        def _missing_(cls, v):
            return None

    return E.A.name, E('b').name, [m.value for m in E]


# expect: ('A', 'B', [1, 'b'])


# place: enum with __new__ and __init__
import enum


def f():
    class E(enum.Enum):
        def __new__(cls, v):
            o = object.__new__(cls)
            o._value_ = wait(v)
            return o

        def __init__(self, v):
            self.extra = wait(v * 2)

        A = 1
        B = 2

    return E(2).extra, E.A.value


# expect: (4, 1)


# place: enum _missing_ and auto
import enum


class F(enum.Flag):
    A = enum.auto()
    B = enum.auto()


def f():
    class E(enum.Enum):
        @staticmethod
        def _generate_next_value_(name, start, count, last):
            return wait(name.lower())

        X = enum.auto()

        @classmethod
        def _missing_(cls, v):
            return wait(cls.X)

    return (F.A | F.B).value, E('none').value


# expect: (3, 'x')


# place: dataclass __post_init__
from dataclasses import dataclass, field


@dataclass(order=True)
class D:
    a: int
    b: list = field(default_factory=lambda: wait([]))

    def __post_init__(self):
        self.c = wait(self.a * 2)


def f():
    d = D(2)
    return d.c, d, D(1) < D(2), wait(D(3).b)


# expect: (4, D(a=2, b=[]), True, [])


# place: namedtuple subclass
from typing import NamedTuple


class P(NamedTuple):
    x: int
    y: int = 2

    def area(self):
        return wait(self.x * self.y)


def f():
    return P(3).area(), P(1)._replace(y=wait(5))


# expect: (6, P(x=1, y=5))


# place: abstract base classes
import abc, collections.abc


class Q(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return wait(c is str)


class S(collections.abc.Sequence):
    def __len__(self):
        return wait(3)

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return wait(i * 2)


def f():
    s = S()
    return isinstance('a', Q), issubclass(int, Q), 4 in s, s.index(2), s.count(0), list(reversed(s)), list(s)


# expect: (True, False, True, 1, 1, [4, 2, 0], [0, 2, 4])


# place: TypedDict and NewType
from typing import TypedDict, NewType, Generic, TypeVar

T = TypeVar('T')


def f():
    class TD(TypedDict):
        a: wait(int)

    class G(Generic[T]):
        v = wait(1)

    return TD(a=wait(1)), G[int].v, NewType('N', int)(wait(3))


# expect: ({'a': 1}, 1, 3)


# place: __slots__ and copies
import copy


class C:
    __slots__ = ('a', '__dict__')

    def __copy__(self):
        return wait('copied')

    def __deepcopy__(self, memo):
        return wait('deep')


def f():
    return copy.copy(C()), copy.deepcopy([C(), {'k': C()}])


# expect: ('copied', ['deep', {'k': 'deep'}])


# place: __reduce__ and __setstate__
import pickle


class C:
    def __reduce__(self):
        return wait((C, (), {'v': 1}))

    def __setstate__(self, s):
        self.v = wait(s['v'])


class G:
    def __getstate__(self):
        return wait({'w': 2})


class N:
    def __getnewargs__(self):
        return wait(())


def f():
    a, b, c = pickle.loads(pickle.dumps([C(), G(), N()]))
    return a.v, b.w, type(c).__name__


# expect: (1, 2, 'N')


# place: persistent_id and persistent_load
import pickle, io


class P(pickle.Pickler):
    def persistent_id(self, o):
        return wait('id' if o == 'x' else None)

    def reducer_override(self, o):
        return wait(NotImplemented)


class U(pickle.Unpickler):
    def persistent_load(self, i):
        return wait(i.upper())

    def find_class(self, m, n):
        return wait(super().find_class(m, n))


class C:
    pass


def f():
    b = io.BytesIO()
    P(b).dump(['x', 1, C()])
    b.seek(0)
    a = U(b).load()
    return a[:2], type(a[2]).__name__


# expect: (['ID', 1], 'C')
