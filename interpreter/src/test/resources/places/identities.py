# place: copy.deepcopy of what is shared and cyclic
import copy


class C:
    def __deepcopy__(self, memo):
        wait()
        return C()


def f():
    shared = [1]
    cyc = {'s': shared}
    cyc['me'] = cyc
    o = [shared, C(), shared, cyc, C(), shared, cyc]
    o.append(o)
    n = copy.deepcopy(o)
    return n[0] is n[2], n[2] is n[5], n[3] is n[6], n[3]['me'] is n[3], n[7] is n, n[3]['s'] is n[0]


# expect: (True, True, True, True, True, True)


# place: a pickler in Python
import pickle, io


class C:
    def __reduce__(self):
        wait()
        return int, (5,)


def f():
    shared = [1]
    b = io.BytesIO()
    o = [shared, C(), shared, C()]
    o.append(o)
    pickle._Pickler(b, 5).dump(o)
    n = pickle.loads(b.getvalue())
    return n[0] is n[2], n[4] is n, n[1]


# expect: (True, True, 5)


# place: repr of a dataclass that holds itself
import dataclasses


class W:
    def __repr__(self):
        return wait('W')


@dataclasses.dataclass
class D:
    w: W
    d: object = None


def f():
    d = D(W())
    d.d = [d, W()]
    return repr(d)


# expect: D(w=W, d=[..., W])


# place: identities as data
class A:
    pass


def f():
    a, b = A(), A()
    seen = {id(a): 'a', id(b): 'b', id(f): 'f'}
    s = {id(a)}
    t = (id(a), 1)
    gone = id(A())
    x = id(b)
    l = [a]
    wait()
    r = [
        seen[id(a)],
        seen[id(b)],
        id(a) in s,
        t == (id(a), 1),
        x == id(b),
        gone in (id(a), id(b)),
        seen[id(f)],
        l[0] is a,
    ]
    c = A()
    wait()
    return r, id(c) in seen, x == id(b), id(f) in seen


# expect: (['a', 'b', True, True, True, False, 'f', True], False, True, True)


# place: identities of what is a key already
import weakref


class C:
    pass


class ById:
    def __hash__(self):
        return id(self)


class ByPart:
    def __init__(self, part):
        self.part = part

    def __hash__(self):
        return hash(self.part)


def f():
    plain, in_tuple, of_own, weak = [C() for _ in range(3)], C(), [ById(), ByPart(C())], C()
    keys = dict.fromkeys(plain)
    members = {(in_tuple, 1)}, frozenset(of_own), weakref.WeakSet([weak])
    objects = [*plain, in_tuple, *of_own, weak, of_own[1].part, True, None, NotImplemented]
    ids = {id(o): o for o in objects}
    hashes = [hash(o) for o in objects]
    values = weakref.WeakValueDictionary({id(o): o for o in plain})
    for _ in range(2):
        wait()
    return (
        all(ids.get(id(o)) is o for o in objects),
        [hash(o) for o in objects] == hashes,
        all(o in keys and values[id(o)] is o for o in plain),
        (in_tuple, 1) in members[0] and members[1].issuperset(of_own) and weak in members[2],
    )


# expect: (True, True, True, True)


# place: reprlib.recursive_repr
import reprlib


class R:
    def __init__(self):
        self.l = [self]

    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        return f'R({wait(self.l)})'


def f():
    return repr(R())


# expect: R([<...>])


# place: hashes and identities of anything as data
import collections
import logging
import functools


class C:
    def m(self):
        pass


class Slow:
    """Its hash is remembered, as frozen dataclasses and the like do."""

    def __init__(self, o):
        self.known = hash(o)

    def __hash__(self):
        return wait(self.known)

    def __eq__(self, other):
        return hash(other) == self.known


def local():
    def inner():
        pass

    return inner


def f():
    objects = [C(), C, C.m, local(), logging.Logger, collections.OrderedDict, collections, int, ...]
    objects += [functools.wraps, object(), logging.Logger.debug, logging.root, type]
    hashes = {hash(o): o for o in objects}
    ids = {id(o): o for o in objects}
    slow = Slow(objects[0])
    wait()
    table = {slow: 'found'}
    return (
        all(hashes[hash(o)] is o and ids[id(o)] is o for o in objects),
        all(id(o) // 16 == hash(o) for o in objects),
        objects[0] in table,
        len(hashes) == len(ids) == len(objects),
    )


# expect: (True, True, True, True)
