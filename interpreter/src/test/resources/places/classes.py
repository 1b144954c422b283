# place: __new__
class C:
    def __new__(cls, v):
        o = super().__new__(cls)
        o.v = wait(v)
        return o


def f():
    return C(1).v


# expect: 1


# place: __init__
class C:
    def __init__(self, v, *, k=2):
        self.v = wait((v, k))


def f():
    return C(1).v, C(3, k=4).v


# expect: ((1, 2), (3, 4))


# place: __new__ of an int
class I(int):
    def __new__(cls, v):
        return super().__new__(cls, wait(v + 1))


def f():
    return I(1), type(I(2)).__name__


# expect: (2, 'I')


# place: __call__
class C:
    def __call__(self, *a):
        return wait(a)


def f():
    return C()(1, 2)


# expect: (1, 2)


# place: metaclass __call__
class M(type):
    made = []

    def __call__(cls, *a):
        M.made.append(cls.__name__)
        return wait(super().__call__(*a))


class C(metaclass=M):
    def __init__(self, v):
        self.v = wait(v)


def f():
    return C(3).v, M.made


# expect: (3, ['C'])


# place: metaclass __new__ and __init__
class M(type):
    made = []

    def __new__(m, name, bases, ns, **k):
        M.made.append(name)
        return wait(super().__new__(m, name, bases, dict(ns)))

    def __init__(cls, name, bases, ns, **k):
        super().__init__(name, bases, ns)
        cls.k = wait(k)


def f():
    class C(metaclass=M, z=1):
        a = wait(5)

    return C.k, C.a, M.made


# expect: ({'z': 1}, 5, ['C'])


# place: __prepare__
class M(type):
    @classmethod
    def __prepare__(m, name, bases):
        return wait({'given': name})


def f():
    class C(metaclass=M):
        b = given + '!'

    return C.b


# expect: C!


# place: namespace of __prepare__ in Python
class Names(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, wait(v))

    def __missing__(self, k):
        if k == 'wait' or k in globals():
            raise KeyError(k)
        return wait(k)


class M(type):
    @classmethod
    def __prepare__(m, name, bases):
        return Names()

    def __new__(m, name, bases, ns):
        return super().__new__(m, name, bases, dict(ns))


def f():
    class C(metaclass=M):
        a = undefined_name

    return C.a


# expect: undefined_name


# place: __set_name__
class D:
    def __set_name__(self, owner, name):
        self.name = wait(name)


def f():
    class C:
        x = D()

    return C.__dict__['x'].name


# expect: x


# place: __init_subclass__
class B:
    def __init_subclass__(cls, tag=None):
        cls.tag = wait(tag)


def f():
    class C(B, tag=1):
        pass

    return C.tag


# expect: 1


# place: __mro_entries__
class E:
    def __mro_entries__(self, bases):
        return wait((int,))


def f():
    class C(E()):
        pass

    return C.__mro__[1].__name__, [type(b).__name__ for b in C.__orig_bases__]


# expect: ('int', ['E'])


# place: __class_getitem__
class C:
    def __class_getitem__(cls, i):
        return wait((cls.__name__, i))


def f():
    return C[1, 2]


# expect: ('C', (1, 2))


# place: __getattribute__
class C:
    v = 3

    def __getattribute__(self, n):
        return wait(object.__getattribute__(self, n))

    def m(self):
        return self.v


def f():
    return C().v, C().m()


# expect: (3, 3)


# place: property
class C:
    @property
    def p(self):
        return wait(self._p)

    @p.setter
    def p(self, v):
        self._p = wait(v + 1)

    @p.deleter
    def p(self):
        self._p = wait('gone')


def f():
    c = C()
    c.p = 1
    a = c.p
    del c.p
    return a, c.p


# expect: (2, 'gone')


# place: descriptors
class D:
    def __get__(self, o, t=None):
        return wait((o is None, t.__name__))

    def __set__(self, o, v):
        o.__dict__['d'] = wait(v)

    def __delete__(self, o):
        o.__dict__['gone'] = wait(True)


class C:
    d = D()


def f():
    c = C()
    c.d = 1
    del c.d
    return C.d, c.d, vars(c)


# expect: ((True, 'C'), (False, 'C'), {'d': 1, 'gone': True})


# place: super().__getattr__ and class methods
class B:
    @classmethod
    def make(cls):
        return wait(cls.__name__)

    @staticmethod
    def s(v):
        return wait(v)


class C(B):
    @classmethod
    def make(cls):
        return 'C' + super().make()


def f():
    return C.make(), C().make(), C.s(1)


# expect: ('CC', 'CC', 1)


# place: class body
def f():
    class C:
        a = wait(1)
        b = [wait(v) for v in (2, 3)]

        def m(self):
            return self.a

        for i in range(2):
            c = wait(i)

    return C.a, C.b, C.c, C().m()


# expect: (1, [2, 3], 1, 1)


# place: class body with type parameters
def f():
    class C[T: int]:
        a = wait(1)

        def m[U](self, v: U) -> T:
            return wait(v)

    return C.a, C[int]().m(2), [p.__name__ for p in C.__type_params__]


# expect: (1, 2, ['T'])


# place: decorators
def d(n):
    wait()

    def g(fn):
        wait()
        return lambda *a: (n, fn(*a))

    return g


def f():
    @d(1)
    @d(2)
    def h(v=wait(3)):
        return v

    @d(4)
    class C:
        x = wait(5)

    return h(), C()[0]


# expect: ((1, (2, 3)), 4)


# place: __enter__ and __exit__
class C:
    def __enter__(self):
        return wait('in')

    def __exit__(self, t, v, tb):
        return wait(t is KeyError)


def f():
    out = []
    with C() as a, C():
        out.append(a)
        raise KeyError
    try:
        with C():
            raise ValueError('v')
    except ValueError as e:
        out.append(repr(wait(e)))
    return out


# expect: ['in', "ValueError('v')"]


# place: __hash__ and __eq__ of keys
class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return wait(1)

    def __eq__(self, o):
        return wait(self.v == o.v)


def f():
    d = {K(1): 'a'}
    d[K(2)] = 'b'
    s = {K(1), K(1), K(3)}
    d.setdefault(K(1), 'c')
    x = d.pop(K(2))
    return d[K(1)], K(3) in s, len(s), x, d.get(K(9)), len(d)


# expect: ('a', True, 2, 'b', None, 1)


# place: list methods with __eq__
def f():
    a = [Equal(1), Equal(2), Equal(2)]
    i, n, b = a.index(2), a.count(2), 3 in a
    a.remove(1)
    return i, n, b, len(a)


# expect: (1, 2, False, 2)


# place: containers compared
def f():
    return (
        [Equal(1)] == [1],
        (Equal(1), 2) == (Equal(1), 3),
        {'a': Equal(1)} == {'a': 1},
        bool([Less(1)] < [Less(2)]),
        bool((1, Less(1)) < (1, Less(2))),
    )


# expect: (True, False, True, True, True)


# place: descriptors and subclasses of theirs
def m():
    "doc"
    return 7


class P(property):
    pass


class S(staticmethod):
    def __init__(self, function):
        super().__init__(function)
        self.made = wait('made')


class K(classmethod):
    pass


def f():
    s, p, c, q, k = staticmethod(m), property(m), classmethod(m), P(m), K(m)
    s.__name__ = 'other'
    s.y = q.extra = 1
    t = S(m)
    wait(0)
    return (
        (s.__name__, s.__doc__, s.y, s()),
        (p.__doc__, p.fget is m, q.__doc__, q.extra, q.fget is m),
        (t.made, t(), t.__name__, k.__name__, c.__func__ is k.__func__),
    )


# expect: (('other', 'doc', 1, 7), ('doc', True, 'doc', 1, True), ('made', 7, 'm', 'm', True))
