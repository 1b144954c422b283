# Arguments that the signature of a builtin has converted, by __index__, __bool__ and __float__ in Python.
import binascii
import io
import math
import zlib
from collections import OrderedDict, deque
from itertools import batched, combinations, product, repeat


class I:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        for _ in range(2):
            pass
        return self.value


class B:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class F:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Fails:
    def __index__(self):
        raise ValueError('index')

    def __bool__(self):
        raise ValueError('bool')

    def __float__(self):
        raise ValueError('float')


class Wrong:
    def __index__(self):
        return 'x'

    def __bool__(self):
        return 1

    def __float__(self):
        return 1


print('ab'.center(I(6), '-'), 'a'.ljust(I(3)) + '|', '7'.zfill(I(3)), '\t'.expandtabs(I(2)) + '|')  # expect: --ab-- a  | 007   |
print('a,b,c'.split(',', I(1)), 'a,b,c'.rsplit(',', maxsplit=I(1)), 'aaa'.replace('a', 'b', I(2)))  # expect: ['a', 'b,c'] ['a,b', 'c'] bba
print('a\nb'.splitlines(B(True)), b'a\nb'.splitlines(keepends=B(True)))  # expect: ['a\n', 'b'] [b'a\n', b'b']
print('abcabc'.find('c', I(3), I(6)), 'abcabc'.count('a', I(1)), 'abc'.startswith('b', I(1)), b'abc'.find(b'c', I(-1)))  # expect: 5 1 True 2
print(list(range(I(1), I(8), I(3))), list(range(I(2))), list(enumerate('ab', I(5))))  # expect: [1, 4, 7] [0, 1] [(5, 'a'), (6, 'b')]
print(sorted([2, 3, 1], reverse=B(True)), list(zip('ab', 'cd', strict=B(True))))  # expect: [3, 2, 1] [('a', 'c'), ('b', 'd')]
l = [1, 2, 3]
l.insert(I(1), 'x')
print(l.pop(I(0)), l, bytearray(b'abc').pop(I(1)))  # expect: 1 ['x', 2, 3] 98
d = deque([1, 2, 3])
d.rotate(I(1))
d.insert(I(0), 0)
print(d)  # expect: deque([0, 3, 1, 2])
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('c', last=B(False))
print(o.popitem(B(True)), o)  # expect: ('b', 2) OrderedDict({'c': 3, 'a': 1})
print(chr(I(65)), hex(I(255)), bin(I(2)), oct(I(8)), round(1.25, I(1)), round(1234, I(-2)))  # expect: A 0xff 0b10 0o10 1.2 1200
print((5).to_bytes(I(2), signed=B(True)), int.from_bytes(b'\xff', signed=B(True)), slice(1, None).indices(I(4)))  # expect: b'\x00\x05' -1 (1, 4, 1)
print(math.comb(I(5), I(2)), math.perm(I(5)), math.factorial(I(5)), math.isqrt(I(17)), math.nextafter(F(1.0), F(2.0), steps=I(0)))  # expect: 10 120 120 4 1.0
print(list(product('ab', repeat=I(2)))[-1], list(repeat('x', I(2))), list(batched('abc', I(2))), len(list(combinations('abc', I(2)))))  # expect: ('b', 'b') ['x', 'x'] [('a', 'b'), ('c',)] 3
s = io.StringIO('one\ntwo\n')
s.seek(I(4))
print(s.read(I(2)), s.readline(I(1)), repr(s.read(None)))  # expect: tw o '\n'
b = io.BytesIO(b'one\ntwo\n')
print(b.read(I(2)), b.readline(I(1)), b.seek(I(0)), b.truncate(I(3)))  # expect: b'on' b'e' 0 3
print(zlib.crc32(b'a', I(1)), binascii.b2a_base64(b'a', newline=B(False)), b'abc'.hex(':', I(1)))  # expect: 2679148245 b'YQ==' 61:62:63

class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(Sized(I(3))), bool(Sized(I(0))), not Sized(I(1)))  # expect: 3 False False
len(Sized(I(-1)))  # expect error: ValueError: __len__() should return >= 0
len(Sized('x'))  # expect error: TypeError: 'str' object cannot be interpreted as an integer
print(io.TextIOWrapper(io.BytesIO(), line_buffering=B(True)).line_buffering, end='.\n', flush=B(False))  # expect: True.
print(io.BufferedReader(io.BytesIO(b'ab'), I(1)).read(I(1)))  # expect: b'a'
i = iter(range(5))
i.__setstate__(I(3))
print(list(i), eval(compile('1', 'x', 'eval', I(0))))  # expect: [3, 4] 1
'a'.center(Fails())  # expect error: ValueError: index
'a'.center(Wrong())  # expect error: TypeError: __index__ returned non-int (type str)
'a'.center('b')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
'a'.find('b', 'c')  # expect error: TypeError: slice indices must be integers or None or have an __index__ method
'a\n'.splitlines(Fails())  # expect error: ValueError: bool
'a\n'.splitlines(Wrong())  # expect error: TypeError: __bool__ should return bool, returned int
math.nextafter(Fails(), 1.0)  # expect error: ValueError: float
math.nextafter(Wrong(), 1.0)  # expect error: TypeError: Wrong.__float__ returned non-float (type int)
math.nextafter('x', 1.0)  # expect error: TypeError: must be real number, not str
s.read('x')  # expect error: TypeError: argument should be integer or None, not 'str'
range(Fails())  # expect error: ValueError: index
chr(I(-1))  # expect error: ValueError: chr() arg not in range(0x110000)
print(str.center.__text_signature__)  # expect: ($self, width, fillchar=' ', /)

# The positions of index() are by __index__ alone: None is no position there.
import sys, _socket, pickle
print([[1, 2, 1].index(1, I(1)), (1, 2, 1).index(1, I(-1), I(9)), deque('abca').index('a', I(1), I(4))])  # expect: [2, 2, 3]
[1].index(1, None)  # expect error: TypeError: slice indices must be integers or have an __index__ method
(1,).index(1, 0, None)  # expect error: TypeError: slice indices must be integers or have an __index__ method
deque([1]).index(1, 'a')  # expect error: TypeError: slice indices must be integers or have an __index__ method
[1].index(1, Fails())  # expect error: ValueError: index
print(sys.exc_info.__module__, sys.exc_info.__self__ is sys, sys.getrecursionlimit.__name__, __import__.__module__)  # expect: sys True getrecursionlimit builtins
print(_socket.ntohl.__name__, _socket.ntohl.__module__, pickle.loads(pickle.dumps(_socket.ntohl)) is _socket.ntohl)  # expect: ntohl _socket True
