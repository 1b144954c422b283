"""What is repeated by * and *=, how often, and what is refused: sequences of all kinds."""

import array
import collections
import pickle
import sys

MOST = sys.maxsize
KINDS = ['ab', b'ab', bytearray(b'ab'), [1, 2], (1, 2), collections.deque([1, 2]), array.array('d', [1, 2])]


def attempt(f):
    try:
        return f()
    except (TypeError, OverflowError, MemoryError) as e:
        return '%s: %s' % (type(e).__name__, e)


for kind in KINDS:
    print(type(kind).__name__, kind * 2, 2 * kind, kind * 0, -1 * kind)
    print([attempt(lambda: kind * n) for n in (MOST, MOST // 2 + 1, 2**64, -(2**64), 1.5, 'x')])
    print([attempt(lambda: kind.__mul__(n)) for n in (1.5, 'x')], attempt(lambda: kind.__rmul__(None)))
    print(attempt(lambda: 1.5 * kind))
    before = kind
    kind *= True
    print(kind is before or type(kind) is bytes)
    kind *= 3
    print(kind)
# expect: str abab abab
# expect: ['OverflowError: repeated string is too long', 'OverflowError: repeated string is too long', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: ababab
# expect: bytes b'abab' b'abab' b'' b''
# expect: ['OverflowError: repeated bytes are too long', 'OverflowError: repeated bytes are too long', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: b'ababab'
# expect: bytearray bytearray(b'abab') bytearray(b'abab') bytearray(b'') bytearray(b'')
# expect: ['MemoryError: ', 'MemoryError: ', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: bytearray(b'ababab')
# expect: list [1, 2, 1, 2] [1, 2, 1, 2] [] []
# expect: ['MemoryError: ', 'MemoryError: ', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: [1, 2, 1, 2, 1, 2]
# expect: tuple (1, 2, 1, 2) (1, 2, 1, 2) () ()
# expect: ['MemoryError: ', 'MemoryError: ', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: (1, 2, 1, 2, 1, 2)
# expect: deque deque([1, 2, 1, 2]) deque([1, 2, 1, 2]) deque([]) deque([])
# expect: ['MemoryError: ', 'MemoryError: ', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: deque([1, 2, 1, 2, 1, 2])
# expect: array array('d', [1.0, 2.0, 1.0, 2.0]) array('d', [1.0, 2.0, 1.0, 2.0]) array('d') array('d')
# expect: ['MemoryError: ', 'MemoryError: ', "OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer", "TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'str'"]
# expect: ["TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer"] TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: True
# expect: array('d', [1.0, 2.0, 1.0, 2.0, 1.0, 2.0])

print(collections.deque([1, 2, 3], 4) * 5, collections.deque([1], 3) * MOST)  # expect: deque([3, 1, 2, 3], maxlen=4) deque([1, 1, 1], maxlen=3)


class Twice(list):
    def __mul__(self, n):
        return super().__mul__(2 * n)


print(Twice([1]) * 3, attempt(lambda: Twice([1]) * 'x'))  # expect: [1, 1, 1, 1, 1, 1] TypeError: 'str' object cannot be interpreted as an integer

a = array.array('i', [1, 2])
with memoryview(a):
    try:
        a *= 2
    except BufferError as e:
        print(e)  # expect: cannot resize an array that is exporting buffers
print(a, a.__reduce_ex__(2)[1], a.__reduce_ex__(4)[1][1:])  # expect: array('i', [1, 2]) ('i', [1, 2]) ('i', 8, b'\x01\x00\x00\x00\x02\x00\x00\x00')
for code in array.typecodes.replace('u', ''):
    items = array.array(code, 'ab' if code == 'w' else [1, 2])
    print([pickle.loads(pickle.dumps(items, p)) == items for p in range(6)], end=' ')  # expect: [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True] [True, True, True, True, True, True]
print()
print(isinstance(a, collections.abc.MutableSequence))  # expect: True
