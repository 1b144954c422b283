"""Streams in memory and over streams written in Python."""
import io
b = io.BytesIO(b'ab\ncd')
print(b.readline(), b.read(1), b.tell(), b.seek(0, 2), b.write(b'!'), b.getvalue())  # expect: b'ab\n' b'c' 4 5 1 b'ab\ncd!'
print(b.seek(10), b.write(b'z'), b.getvalue(), b.truncate(3), b.getvalue())  # expect: 10 1 b'ab\ncd!\x00\x00\x00\x00z' 3 b'ab\n'
view = io.BytesIO(b'xyz').getbuffer()
view[1] = 65
print(bytes(view), list(io.BytesIO(b'1\n2\n')), io.BytesIO(b'1\n2').readlines())  # expect: b'xAz' [b'1\n', b'2\n'] [b'1\n', b'2']
b.write('text')  # expect error: TypeError: a bytes-like object is required, not 'str'
b.close()
b.read()  # expect error: ValueError: I/O operation on closed file.
s = io.StringIO('one\ntwo\r\nthree')
print(s.readlines(), s.seek(0), s.read(2), s.tell(), repr(s.getvalue()))  # expect: ['one\n', 'two\r\n', 'three'] 0 on 2 'one\ntwo\r\nthree'
s = io.StringIO(newline=None)
print(s.write('a\r\nb\rc\n'), repr(s.getvalue()), s.newlines)  # expect: 7 'a\nb\nc\n' ('\r', '\n', '\r\n')
s = io.StringIO('\U0001f600bc')
print(s.read(1) == '\U0001f600', s.tell(), s.read(), s.seek(1), s.write('X'), ascii(s.getvalue()))  # expect: True 1 bc 1 1 '\U0001f600Xc'
io.StringIO().write(b'bytes')  # expect error: TypeError: string argument expected, got 'bytes'
io.StringIO(3)  # expect error: TypeError: initial_value must be str or None, not int
io.StringIO(newline='x')  # expect error: ValueError: illegal newline value: 'x'
class Source(io.RawIOBase):
    """Gives its pieces one at a time."""
    def __init__(self, *pieces):
        self.pieces = list(pieces)
    def readable(self):
        return True
    def readinto(self, buffer):
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        buffer[:len(piece)] = piece
        return len(piece)
print(Source(b'ab', b'c').read(5), Source(b'ab', b'c').readall(), Source(b'ab\nc').readline())  # not saved: holds open streams  # expect: b'ab' b'abc' b'ab\nc'
print(io.BufferedReader(Source(b'ab', b'cd')).read(3), io.BufferedReader(Source(b'ab', b'cd')).read1(), io.BufferedReader(Source(b'a\nb')).readlines())  # not saved: holds open streams  # expect: b'abc' b'ab' [b'a\n', b'b']
print(list(io.TextIOWrapper(io.BufferedReader(Source(b'a\r', b'\nb\xc3', b'\xa9')), encoding='utf-8')))  # not saved: holds open streams  # expect: ['a\n', 'bé']
class Sink(io.RawIOBase):
    def __init__(self):
        self.got = []
    def writable(self):
        return True
    def write(self, b):
        self.got.append(bytes(b))
        return len(b)
sink = Sink()
w = io.BufferedWriter(sink, 4)  # not saved: holds open streams
print(w.write(b'abc'), sink.got, w.write(b'de'), w.flush(), b''.join(sink.got))  # not saved: holds open streams  # expect: 3 [b'abc', b'de'] 2 None b'abcde'
t = io.TextIOWrapper(io.BufferedWriter(sink), line_buffering=True, newline='\r\n')  # not saved: holds open streams
print(t.write('x\n'), sink.got[-1], t.close(), sink.closed)  # not saved: holds open streams  # expect: 2 b'x\r\n' None True
io.BufferedReader(sink)  # not saved: holds open streams  # expect error: UnsupportedOperation: File or stream is not readable.
io.RawIOBase().seek(0)  # expect error: UnsupportedOperation: seek
print(issubclass(io.UnsupportedOperation, (OSError)), issubclass(io.UnsupportedOperation, ValueError))  # expect: True True
class Lines(io.StringIO):
    def write(self, text):
        return super().write(text.upper())
p = Lines()
print('hello', file=p)
print(p.getvalue())  # expect: HELLO
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode('a\r')), repr(d.decode('\nb\n')), d.newlines, isinstance(p, io.TextIOBase), isinstance(open, type))  # expect: 'a' '\nb\n' ('\n', '\r\n') True False
import contextlib
with contextlib.redirect_stdout(io.StringIO()) as out: print('captured')
print(out.getvalue().strip())  # expect: captured
import pickle
q = pickle.loads(pickle.dumps(io.StringIO('kept')))
print(q.read(), pickle.loads(pickle.dumps(io.BytesIO(b'kept'))).getvalue())  # expect: kept b'kept'
pickle.dumps(open('/dev/null'))  # expect error: TypeError: cannot pickle 'TextIOWrapper' instances
