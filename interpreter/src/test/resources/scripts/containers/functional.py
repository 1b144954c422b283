from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
from _operator import *
from _operator import _compare_digest
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(add, [], 5), reduce(mul, range(1, 6)), reduce(lambda a, b: a + [b], (x for x in 'ab'), []))  # expect: 6 5 120 ['a', 'b']
reduce(add, [])  # expect error: TypeError: reduce() of empty iterable with no initial value
reduce(add, 5)  # expect error: TypeError: reduce() arg 2 must support iteration
reduce(add)  # expect error: TypeError: reduce expected at least 2 arguments, got 1
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([1, 2], key=cmp_to_key(lambda a, b: a - b)))  # expect: [3, 2, 1] 2
def f(*a, **k):
    return a, k

p = partial(f, 1, x=2)
print(p(), p(3, y=4), p(x=9), p.func is f, p.args, p.keywords)  # expect: ((1,), {'x': 2}) ((1, 3), {'x': 2, 'y': 4}) ((1,), {'x': 9}) True (1,) {'x': 2}
q = partial(p, 2, z=1)
print(q(), q.func is f, q.args, partial(print).args)  # expect: ((1, 2), {'x': 2, 'z': 1}) True (1, 2) ()
partial(5)  # expect error: TypeError: the first argument must be callable
p.tag = 'attr'
print(p.tag, repr(partial(int, base=2)), partial(int, base=2)('101'), p.__reduce__()[2][1:])  # expect: attr functools.partial(<class 'int'>, base=2) 5 ((1,), {'x': 2}, {'tag': 'attr'})
class Sub(partial):
    pass

print(Sub(f, 1)(2), list(map(partial(pow, 2), [1, 2, 3])))  # expect: ((1, 2), {}) [2, 4, 8]
calls = []
def slow(n, k=0):
    calls.append((n, k))
    return n * 2

cached = _lru_cache_wrapper(slow, 2, False, lambda *a: a)
print(cached(1), cached(1), cached(2), cached(1), cached(3), cached(2), cached(2, k=1), calls, cached.cache_info())  # expect: 2 2 4 2 6 4 4 [(1, 0), (2, 0), (3, 0), (2, 0), (2, 1)] (2, 5, 2, 2)
cached.cache_clear()
print(cached.cache_info())  # expect: (0, 0, 2, 0)
unbounded = _lru_cache_wrapper(slow, None, True, lambda *a: a)
print(unbounded(1), unbounded(1.0), unbounded(True), unbounded.cache_info())  # expect: 2 2.0 2 (0, 3, None, 3)
off = _lru_cache_wrapper(slow, 0, False, lambda *a: a)
print(off(1), off(1), off.cache_info())  # expect: 2 2 (0, 2, 0, 0)
cached([])  # expect error: TypeError: unhashable type: 'list'
def fib(n):
    return n if n < 2 else fibc(n - 1) + fibc(n - 2)

fibc = _lru_cache_wrapper(fib, None, False, lambda *a: a)
print(fibc(100))  # expect: 354224848179261915075
class C:
    def m(self, v):
        return v

C.m = _lru_cache_wrapper(C.m, None, False, lambda *a: a)
print(C().m(3))  # expect: 3
print(itemgetter(1)([5, 6]), itemgetter(1, 0)('ab'), itemgetter('k')({'k': 1}), itemgetter(slice(1))('abc'), itemgetter(1, 2))  # expect: 6 ('b', 'a') 1 a operator.itemgetter(1, 2)
itemgetter(1)()  # expect error: TypeError: itemgetter expected 1 argument, got 0
itemgetter(5)([])  # expect error: IndexError: list index out of range
class O:
    pass

o = O()
o.a = O()
o.a.b = 7
o.c = 8
print(attrgetter('c')(o), attrgetter('a.b')(o), attrgetter('a.b', 'c')(o), attrgetter('x', 'y.z'))  # expect: 8 7 (7, 8) operator.attrgetter('x', 'y.z')
attrgetter(1)  # expect error: TypeError: attribute name must be a string
attrgetter('zz')(o)  # expect error: AttributeError: 'O' object has no attribute 'zz'
attrgetter('a.zz')(o)  # expect error: AttributeError: 'O' object has no attribute 'zz'
print(methodcaller('upper')('a'), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('x', 1, y=2))  # expect: A ['a', 'b,c'] operator.methodcaller('x', 1, y=2)
methodcaller(1)  # expect error: TypeError: method name must be a string
print(add(1, 2), sub(5, 3), truediv(1, 2), floordiv(7, 2), mod(7, 4), pow(2, 5), neg(1), inv(1), not_(0), truth([]), is_(None, None), lshift(1, 3), and_(6, 3), or_(1, 2), xor(1, 3), eq(1, 1), lt(1, 2), ge(1, 2), index(True), matmul if 0 else 0)  # expect: 3 2 0.5 3 3 32 -1 -2 True False True 8 2 3 2 True True False 1 0
l = [1]
print(iadd(l, [2]), l, concat([1], [2]), contains([1], 1), indexOf('abc', 'b'), countOf([1, 2, 1], 1), getitem({1: 2}, 1), setitem(l, 0, 9), l, delitem(l, 0), l, call(max, 1, 2), length_hint([1]), length_hint(5, 3), length_hint(iter([1, 2])))  # expect: [2] [2] [1, 2] True 1 2 2 None [2] None [2] 2 1 3 2
indexOf([1], 5)  # expect error: ValueError: sequence.index(x): x not in sequence
concat(1, 2)  # expect error: TypeError: 'int' object can't be concatenated
print(_compare_digest(b'a', b'a'), _compare_digest('a', 'b'), add.__name__, itemgetter(1).__reduce__()[1], attrgetter('a.b').__reduce__()[1])  # expect: True False add (1,) ('a.b',)
_compare_digest('é', 'a')  # expect error: TypeError: comparing strings with non-ASCII characters is not supported
