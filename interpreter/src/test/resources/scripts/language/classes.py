# Classes: inheritance, descriptors, super, metaclasses, slots, hooks.


class Base:
    kind = 'base'

    def __init__(self, *args):
        self.args = args

    def who(self):
        return 'Base.who', self.kind


class Left(Base):
    kind = 'left'

    def who(self):
        return ('Left.who',) + super().who()


class Right(Base):
    def who(self):
        return ('Right.who',) + super().who()


class Both(Left, Right):
    def __repr__(self):
        return f'Both{self.args}'


print([c.__name__ for c in Both.__mro__])  # expect: ['Both', 'Left', 'Right', 'Base', 'object']
print(Both(1, 2).who(), Both(3))  # expect: ('Left.who', 'Right.who', 'Base.who', 'left') Both(3,)


class Typed:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, obj, cls=None):
        return self if obj is None else getattr(obj, self.name, 'unset')

    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError('int wanted')
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class Point:
    x = Typed()
    y = Typed()

    def __init__(self, x, y):
        self.x, self.y = x, y

    @property
    def sum(self):
        total = 0
        for v in (self.x, self.y):
            total += v
        return total

    @sum.setter
    def sum(self, value):
        self.y = value - self.x

    @classmethod
    def zero(cls):
        return cls(0, 0)

    @staticmethod
    def double(v):
        return v * 2

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __bool__(self):
        return bool(self.x or self.y)

    def __lt__(self, other):
        return self.sum < other.sum

    def __call__(self, *args, **kw):
        return args, sorted(kw.items())

    def __repr__(self):
        return f'P({self.x}, {self.y})'


p = Point(1, 2)
p.sum = 10
print(p, p.sum, p == Point(1, 9), p in {Point(1, 9)}, bool(Point.zero()), Point.double(4))  # expect: P(1, 9) 10 True True False 8
p += Point(1, 1)
print(p + p, list(p), p(1, k=2), sorted([p, Point(0, 1), Point(3, 3)]))
# expect: P(4, 20) [2, 10] ((1,), [('k', 2)]) [P(0, 1), P(3, 3), P(2, 10)]
p.x = 'no'  # expect error: TypeError: int wanted
del p.x
print(p.x, type(Point.x).__name__)  # expect: unset Typed


class Registry(type):
    seen = []

    @classmethod
    def __prepare__(meta, name, bases, **options):
        return {'prepared': sorted(options)}

    def __new__(meta, name, bases, namespace, **options):
        cls = super().__new__(meta, name, bases, namespace)
        meta.seen.append(name)
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.options = options

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.made_by = cls.__name__
        return made

    def __len__(cls):
        return len(cls.__name__)


class Plugin(metaclass=Registry, depth=3):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


print(Plugin.prepared, Plugin.options, len(Plugin), Plugin().made_by, Registry.seen)  # expect: ['depth'] {'depth': 3} 6 Plugin ['Plugin']


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


s = Slotted()
print(s.a, hasattr(s, 'b'), hasattr(s, '__dict__'))  # expect: 1 False False
s.c = 1  # expect error: AttributeError: 'Slotted' object has no attribute 'c' and no __dict__ for setting new attributes


class Lazy:
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        value = sum(ord(c) for c in name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value + 1)


z = Lazy()
print(z.ab, z.ab, sorted(z.__dict__))  # expect: 195 196 ['ab']
z._hidden  # expect error: AttributeError: _hidden


def make(n):
    class Local:
        count = 0

        def bump(self):
            nonlocal n
            n += 1
            Local.count += n
            return Local.count
    return Local


print([make(i)().bump() for i in range(3)], make(1).__qualname__)  # expect: [1, 2, 3] make.<locals>.Local


class Number(int):
    def __add__(self, other):
        return Number(int(self) + int(other) + 1)

    def __radd__(self, other):
        return self + other


print(Number(2) + 3, sum([Number(1), Number(2)]), isinstance(Number(1) + 1, Number))  # expect: 6 5 True


class Items(dict):
    def __missing__(self, key):
        self[key] = value = [key] * 2
        return value


i = Items(a=1)
print(i['a'], i['b'], dict(i))  # expect: 1 ['b', 'b'] {'a': 1, 'b': ['b', 'b']}
