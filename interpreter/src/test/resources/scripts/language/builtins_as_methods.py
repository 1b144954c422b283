# builtins that raise at once where mostly code of a program is called: the frames that ask them see it as they see any other exception
import csv, io, functools
def once(items):
    class I:
        def __iter__(self): return self
        __next__ = iter(items).__next__
    return I()
def attempt(f, *a):
    try: return f(*a)
    except BaseException as e: return type(e).__name__, str(e), getattr(e, '__notes__', None)
def unpack():
    a, b = once([1, 2])
    return a, b
def unpack2():
    a, *b = once([1, 2])
    return a, b
print(attempt(unpack), attempt(unpack2))
# expect: (1, 2) (1, [2])
print(attempt(lambda: list(csv.reader(once(['a,"b', 'c'])))))
# expect: [['a', 'bc']]
class S(io.RawIOBase):
    __next__ = iter([b'a\n', b'b\n']).__next__
print(attempt(S().readlines))
# expect: [b'a\n', b'b\n']
class W(io.RawIOBase):
    def write(self, b): return len(b)
print(attempt(lambda: W().writelines(once([b'x']))))
# expect: None
class D2:
    __set_name__ = len
def cls():
    class C:
        a = D2()
print(attempt(cls))
# expect: ('TypeError', 'len() takes exactly one argument (2 given)', ["Error calling __set_name__ on 'D2' instance 'a' in 'C'"])
class N:
    __index__ = staticmethod(functools.partial(int, 'x'))
class N2:
    __int__ = staticmethod(functools.partial(len, 3))
print(attempt(lambda: '%d' % N()), attempt(lambda: '%d' % N2()), attempt(lambda: '%x' % N2()))
# expect: ('ValueError', "invalid literal for int() with base 10: 'x'", None) ('TypeError', '%d format: a real number is required, not N2', None) ('TypeError', '%x format: an integer is required, not N2', None)
def g():
    class Del:
        def __iter__(self): return self
        def __next__(self): return 1
        close = staticmethod(functools.partial(int, 'x'))
        throw = staticmethod(functools.partial(int, 'y'))
    try:
        yield from Del()
    except ValueError as e:
        print('seen', e)
        yield 5
x = g(); next(x)
print(attempt(x.close))
# expect: seen invalid literal for int() with base 10: 'x'
# expect: ('RuntimeError', 'generator ignored GeneratorExit', None)
x = g(); next(x)
print(attempt(x.throw, GeneratorExit))
# expect: seen invalid literal for int() with base 10: 'x'
# expect: 5
l = ['3', 'x', '1']
print(attempt(l.sort), l)
# expect: None ['1', '3', 'x']
print(attempt(lambda: l.sort(key=int)), l)
# expect: ('ValueError', "invalid literal for int() with base 10: 'x'", None) ['1', '3', 'x']
class K:
    __lt__ = functools.partialmethod(int, 'x') if 0 else staticmethod(functools.partial(int, 'z'))
l = [K(), K(), K()]
print(attempt(l.sort)[:2], len(l))
# expect: ('TypeError', "'K' object cannot be interpreted as an integer") 3
print(attempt(lambda: min([3,'x'], key=int)), attempt(lambda: max(once([1,2]))), attempt(lambda: dict(once([(1,2)]))), attempt(lambda: {**dict(a=1)}))
# expect: ('ValueError', "invalid literal for int() with base 10: 'x'", None) 2 {1: 2} {'a': 1}
print(attempt(lambda: ''.join(once(['a','b']))), attempt(lambda: b''.join(once([b'a']))), attempt(lambda: [*once([1])]), attempt(lambda: set(once([1]))), attempt(lambda: max(once([1,2]))))
# expect: ab b'a' [1] {1} 2
print(attempt(lambda: list(zip(once([1]), once([2])))), attempt(lambda: sum(once([1,2]))), attempt(lambda: 2 in once([1,2])), attempt(lambda: list(map(int, once(['1'])))))
# expect: [(1, 2)] 3 True [1]
print(attempt(lambda: 'abc'.translate(once([]))), attempt(lambda: 'ab'.translate(type('T', (), {'__getitem__': staticmethod({}.__getitem__)})())))
# expect: ('TypeError', "'I' object is not subscriptable", None) ab
import collections, heapq, itertools, bisect
print(attempt(lambda: collections.deque(once([1]))), attempt(lambda: collections.Counter(once('ab'))), attempt(lambda: list(itertools.chain.from_iterable(once([[1]])))), attempt(lambda: list(itertools.islice(once([1,2,3]), 2))))
# expect: deque([1]) Counter({'a': 1, 'b': 1}) [1] [1, 2]
t = itertools.tee(map(int, ['x', '1']))
print(attempt(next, t[0])[:2], attempt(next, t[0]), attempt(next, t[1]))
# expect: ('ValueError', "invalid literal for int() with base 10: 'x'") 1 1
print(attempt(lambda: list(enumerate(once([1])))), attempt(lambda: list(filter(None, once([1])))), attempt(lambda: next(once([]), 5)), attempt(lambda: functools.reduce(int.__add__, once([1,2]))), attempt(lambda: bytes(once([1]))), attempt(lambda: bytearray(once([1]))), attempt(lambda: tuple(once([1]))), attempt(lambda: frozenset(once([1]))), attempt(lambda: sorted(once([2,1]))), attempt(lambda: list(reversed(list(once([1]))))), attempt(lambda: any(once([0]))), attempt(lambda: all(once([1]))))
# expect: [(0, 1)] [1] 5 3 b'\x01' bytearray(b'\x01') (1,) frozenset({1}) [1, 2] [1] False True
print(attempt(lambda: [].extend(once([1]))), attempt(lambda: {}.update(once([(1,2)]))), attempt(lambda: set().update(once([1]))), attempt(lambda: set().union(once([1]))), attempt(lambda: {1}.intersection(once([1]))), attempt(lambda: dict.fromkeys(once([1]))), attempt(lambda: collections.OrderedDict(once([(1,2)]))), attempt(lambda: collections.deque([1]).extend(once([1]))))
# expect: None None None {1} {1} {1: None} OrderedDict({1: 2}) None
def f():
    yield from once([1])
print(attempt(lambda: list(f())), attempt(lambda: [x for x in once([1])]), attempt(lambda: {x: 1 for x in once([1])}))
# expect: [1] [1] {1: 1}
l = [0, 1]; 
def sl(): l[:] = once([5]); return l
print(attempt(sl))
# expect: [5]
import struct, array
print(attempt(lambda: array.array('i', once([1]))), attempt(lambda: list(itertools.accumulate(once([1,2])))), attempt(lambda: list(itertools.groupby(once([1,1])))[0][0]), attempt(lambda: list(itertools.zip_longest(once([1]), once([])))), attempt(lambda: list(itertools.pairwise(once([1,2])))), attempt(lambda: list(itertools.batched(once([1,2]), 2))), attempt(lambda: list(itertools.product(once([1]), once([2])))), attempt(lambda: list(itertools.cycle(once([])))), attempt(lambda: list(itertools.starmap(int.__add__, once([(1,2)])))), attempt(lambda: list(itertools.takewhile(bool, once([1])))), attempt(lambda: list(itertools.compress(once([1]), once([1])))))
# expect: array('i', [1]) [1, 3] 1 [(1, None)] [(1, 2)] [(1, 2)] [(1, 2)] [] [3] [1] [1]
