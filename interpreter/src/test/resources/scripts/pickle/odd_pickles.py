# Pickles that no pickler writes are read as CPython reads them. It is a script of the main tasklet.
import copyreg
import io
import pickle


def read(data):
    try:
        print(repr(pickle.loads(data)))
    except Exception as e:
        print(type(e).__name__, str(e).rstrip(), sep=': ')


# Numbers in lines.
read(b"S'abc' \n.")  # expect: UnpicklingError: the STRING opcode argument must be quoted
read(b'I+1\n.')  # expect: True
read(b'I 1\n.')  # expect: True
read(b'I010\n.')  # expect: 8
read(b'F1_0.5\n.')  # expect: ValueError: could not convert string to float
read(b'Finf\n.')  # expect: inf
read(b'L1_0L\n.')  # expect: 10
read(b'L0x10L\n.')  # expect: 16
read(b'L-0b1\n.')  # expect: -1
read(b'L010\n.')  # expect: ValueError: invalid literal for int() with base 0: '010\n'
read(b'Iq\n.')  # expect: ValueError: could not convert string to int
read(b'Lq\n.')  # expect: ValueError: invalid literal for int() with base 10: 'q\n'
read(b'L\xff\n.')  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
read(b'Ng\xff\n.')  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
read(b'Np99999999999999999999\n.')  # expect: OverflowError: Python int too large to convert to C ssize_t
read(b'Ng-1\n.')  # expect: UnpicklingError: Memo value not found at index -1
read(b'Ng99999999999999999999\n.')  # expect: OverflowError: Python int too large to convert to C ssize_t
read(b'P\xff\n.')  # expect: UnpicklingError: persistent IDs in protocol 0 must be ASCII strings
read(b'F\n.')  # expect: UnpicklingError: pickle data was truncated
read(b'I\n.')  # expect: UnpicklingError: pickle data was truncated
read(b'V\n.')  # expect: ''
read(b'c\n\n.')  # expect: UnpicklingError: pickle data was truncated
read(b'cos\n\n.')  # expect: UnpicklingError: pickle data was truncated
read(b'ios\nxx\n.')  # expect: UnpicklingError: could not find MARK
read(b'Np-5\n.')  # expect: ValueError: negative PUT argument
read(b'F1.5\x00abc\n.')  # expect: 1.5
read(b'I15\x00abc\n.')  # expect: 15
read(
    b'\x8e\xff\xff\xff\xff\xff\xff\xff\xff.'
)  # expect: OverflowError: BINBYTES exceeds system's maximum size of 9223372036854775807 bytes
read(
    b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff.'
)  # expect: OverflowError: BINUNICODE exceeds system's maximum size of 9223372036854775807 bytes
read(
    b'\x95\xff\xff\xff\xff\xff\xff\xff\xff.'
)  # expect: OverflowError: FRAME length exceeds system's maximum of 9223372036854775807 bytes
read(b'B\xff\xff\xff\xff.')  # expect: UnpicklingError: pickle data was truncated
read(b'X\xff\xff\xff\xff.')  # expect: UnpicklingError: pickle data was truncated
read(b'L\n.')  # expect: UnpicklingError: pickle data was truncated
read(
    b'cmath\na.b\n.'
)  # expect: AttributeError: Can't get attribute 'a.b' on <module 'math' (built-in)>
read(
    b'\x80\x04citertools\nchain.xx\n.'
)  # expect: AttributeError: Can't get attribute 'chain.xx' on <module 'itertools' (built-in)>
read(
    b'\x80\x04cmath\nxx.join\n.'
)  # expect: AttributeError: Can't get attribute 'xx.join' on <module 'math' (built-in)>
read(
    b'U\x02\xff\xff.'
)  # expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
read(
    b'X\x02\x00\x00\x00\xff\xff.'
)  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
read(
    b'V\\u12\n.'
)  # expect: UnicodeDecodeError: 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
read(b'C\x05a.')  # expect: UnpicklingError: pickle data was truncated
read(b'\x8a\x05a')  # expect: UnpicklingError: pickle data was truncated
read(b'')  # expect: EOFError: Ran out of input
read(b'N')  # expect: EOFError: Ran out of input
read(b'q\x00')  # expect: UnpicklingError: unpickling stack underflow
read(b'e.')  # expect: UnpicklingError: could not find MARK
read(b']e.')  # expect: UnpicklingError: could not find MARK
read(b'](e.')  # expect: []
read(b'(q\x00.')  # expect: UnpicklingError: unexpected MARK found
read(b'NNs.')  # expect: UnpicklingError: unpickling stack underflow
read(b'}(Nu.')  # expect: UnpicklingError: odd number of items for SETITEMS
read(b'](Nu.')  # expect: UnpicklingError: odd number of items for SETITEMS
read(b'}Na.')  # expect: AttributeError: 'dict' object has no attribute 'append'
read(b'Na.')  # expect: UnpicklingError: unpickling stack underflow
read(b'\x8f(]\x90.')  # expect: TypeError: unhashable type: 'list'
read(b'N(]\x90.')  # expect: AttributeError: 'NoneType' object has no attribute 'add'
read(b'NN\x81.')  # expect: UnpicklingError: NEWOBJ class argument must be a type, not NoneType
read(b'NNN\x92.')  # expect: UnpicklingError: NEWOBJ_EX class argument must be a type, not NoneType
read(b'NNR.')  # expect: TypeError: argument list must be a tuple
read(b'cint\n)R.')  # expect: UnpicklingError: pickle data was truncated
read(b'c__builtin__\nint\nNR.')  # expect: TypeError: argument list must be a tuple
read(b'c__builtin__\nint\nNb.')  # expect: <class 'int'>
read(b'NNb.')  # expect: None
read(b'0')  # expect: UnpicklingError: unpickling stack underflow
read(b'2')  # expect: UnpicklingError: unpickling stack underflow
read(b'1.')  # expect: UnpicklingError: could not find MARK
read(b't.')  # expect: UnpicklingError: could not find MARK
read(b'85')  # expect: UnpicklingError: invalid load key, '8'.
read(b'\x93')  # expect: UnpicklingError: unpickling stack underflow
read(b'NN\x93.')  # expect: UnpicklingError: STACK_GLOBAL requires str
read(b'\x97.')  # expect: UnpicklingError: pickle stream refers to out-of-band data but no *buffers* argument was given
read(b'\x98')  # expect: UnpicklingError: unpickling stack underflow
read(b'N\x98.')  # expect: TypeError: memoryview: a bytes-like object is required, not 'NoneType'
read(b'\x82\x05.')  # expect: ValueError: unregistered extension code 5
read(b'\x82\x00.')  # expect: UnpicklingError: EXT specifies code <= 0
read(b'Q.')  # expect: UnpicklingError: unpickling stack underflow
read(
    b'NQ.'
)  # expect: UnpicklingError: A load persistent id instruction was encountered, but no persistent_load function was specified.
read(b'\x80\t.')  # expect: ValueError: unsupported pickle protocol: 9
read(b'\xfe')  # expect: UnpicklingError: invalid load key, '\xfe'.
read(b'o.')  # expect: UnpicklingError: could not find MARK
read(b'(o.')  # expect: UnpicklingError: unpickling stack underflow
read(b'(No.')  # expect: TypeError: 'NoneType' object is not callable
read(b'(c__builtin__\nint\no.')  # expect: 0
read(
    b'c\xff\nx\n.'
)  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
read(
    b'cx\n\xff\n.'
)  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
read(b'\x80\x04\x8c\x00\x8c\x00\x93.')  # expect: ValueError: Empty module name
read(b'\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x10N.')  # expect: UnpicklingError: pickle data was truncated
read(b'Np4000000\ng4000000\n.')  # expect: None


# A number far beyond the others takes no room for those between.
read(b'Nr\xff\xff\xff\x7fK\x07p4000000000\n00j\xff\xff\xff\x7fg4000000000\n\x86.')  # expect: (None, 7)


def memo_of(data):
    unpickler = pickle.Unpickler(io.BytesIO(data))
    unpickler.load()
    return unpickler.memo.copy()


print(memo_of(b'Nr\xff\xff\xff\x7fq\x01\x94.'))  # expect: {1: None, 2: None, 2147483647: None}


def refuse(value):
    try:
        pickle.dumps(value)
    except RecursionError as e:
        print(e)


class Endless:
    def __reduce__(self):
        return Endless, (Endless(),)


refuse(Endless())  # expect: maximum recursion depth exceeded while pickling an object


class EndlessState:
    def __getstate__(self):
        return [EndlessState()]


refuse(EndlessState())  # expect: maximum recursion depth exceeded while pickling an object


class InTable:
    pass


copyreg.pickle(InTable, lambda o: (InTable, (InTable(),)))
refuse(InTable())  # expect: maximum recursion depth exceeded while pickling an object


class Node:
    next = None


def length(node):
    n = 0
    while node:
        n, node = n + 1, node.next
    return n


def linked(n):
    first = None
    for _ in range(n):
        node = Node()
        node.next = first
        first = node
    return first


# What only objects of the program's making hold is as deep as it is.
print(length(pickle.loads(pickle.dumps(linked(20_000)))))  # expect: 20000
