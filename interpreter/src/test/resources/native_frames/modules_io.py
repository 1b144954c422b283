# frame: modules.io.BufferedFrame/1
import io


class Raw(io.RawIOBase):
    def __init__(self, content=b''):
        self.content = bytearray(content)
        self.at = 0

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        wait()
        part = self.content[self.at : self.at + min(3, len(b))]
        b[: len(part)] = part
        self.at += len(part)
        return len(part)

    def write(self, b):
        part = bytes(b[:4])
        wait()
        self.content[self.at : self.at + len(part)] = part
        self.at += len(part)
        return len(part)

    def seek(self, offset, whence=0):
        self.at = wait(offset + (self.at if whence == 1 else len(self.content) if whence == 2 else 0))
        return self.at

    def tell(self):
        return wait(self.at)

    def truncate(self, size=None):
        del self.content[wait(size) :]
        return size

    def close(self):
        wait()
        super().close()


def f():
    b = io.BufferedReader(Raw(b'abcdefg\nhij\nk'))
    read = b.read(2), b.peek(1)[:1], b.readline(), b.tell(), b.read1(2), b.seek(1), b.read()
    raw = Raw()
    w = io.BufferedWriter(raw)
    w.write(b'0123456789')
    w.flush()
    w.write(b'ab')
    w.truncate(8)
    w.seek(8)
    w.write(b'end')
    content = raw.content
    w.close()
    r = io.BufferedRandom(Raw(b'abcdef'))
    r.read(2)
    r.write(b'XY')
    r.seek(0)
    return read, content, r.read(), raw.closed


# expect: ((b'ab', b'c', b'cdefg\n', 8, b'h', 1, b'bcdefg\nhij\nk'), bytearray(b'01234567end'), b'abXYef', True)
# frame: modules.io.BufferedTypes.WriteFrame/2
import io


class Raw(io.RawIOBase):
    def __init__(self):
        self.content = bytearray(b'....')
        self.at = 0

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        part = self.content[self.at : self.at + len(b)]
        b[: len(part)] = part
        self.at += len(part)
        return len(part)

    def write(self, b):
        part = bytes(b)
        self.content[self.at : self.at + len(part)] = wait(part)
        self.at += len(part)
        return len(part)

    def seek(self, offset, whence=0):
        self.at = wait(offset + (self.at if whence == 1 else 0))
        return self.at


def f():
    raw = Raw()
    b = io.BufferedRandom(raw, 4)
    b.read(1)
    b.write(b'ab')
    n = b.write(b'0123456789')
    b.flush()
    return n, raw.content


# expect: (10, bytearray(b'.ab0123456789'))
# frame: modules.io.BufferedTypes.InitFrame/1
import io


class Raw(io.RawIOBase):
    def __init__(self, mode):
        self.mode = mode

    def readable(self):
        return wait('r' in self.mode)

    def writable(self):
        return wait('w' in self.mode)

    def seekable(self):
        return wait('s' in self.mode)

    def readinto(self, b):
        b[:1] = b'x'
        return 1


def f():
    told = []
    for kind, mode in ((io.BufferedReader, 'w'), (io.BufferedWriter, 'r'), (io.BufferedRandom, 'rw')):
        try:
            kind(Raw(mode))
        except io.UnsupportedOperation as e:
            told.append(str(e))
    return told, io.BufferedReader(Raw('r')).read(2), io.BufferedRandom(Raw('rws')).readable()


# expect: (['File or stream is not readable.', 'File or stream is not writable.', 'File or stream is not seekable.'], b'xx', True)
# frame: modules.io.FileOpenFrame/1
import io
import os


class Path:
    def __fspath__(self):
        return wait(os.devnull)


def opener(path, flags):
    return wait(os.open(path, flags))


def named(path, flags):
    wait()
    return os.open(path, flags)


def f():
    with io.FileIO(Path(), 'r') as file:
        found = file.read(), file.mode
    with io.FileIO(os.devnull, 'w', opener=named) as file:
        return found, file.write(b'abc'), file.name


# expect: ((b'', 'rb'), 3, '/dev/null')
# frame: modules.io.IOBaseType.CloseFrame/1
import io


class Stream(io.IOBase):
    def flush(self):
        if not self.closed:
            self.told = wait('flushed')


class Failing(io.IOBase):
    def flush(self):
        if not self.closed:
            raise OSError(wait('failed'))


def f():
    stream = Stream()
    stream.close()
    failing = Failing()
    try:
        failing.close()
    except OSError as e:
        return stream.told, stream.closed, str(e), failing.closed


# expect: ('flushed', True, 'failed', True)
# frame: modules.io.LineFrames.Next/1
import io


class Stream(io.IOBase):
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        return wait(self.lines.pop(0) if self.lines else b'')


def f():
    stream = Stream(b'a\n', b'b')
    return next(stream), [line for line in stream], next(stream, 'end')


# expect: (b'a\n', [b'b'], 'end')
# frame: modules.io.LineFrames.ReadLine/1
import io


class Stream(io.IOBase):
    def __init__(self, content):
        self.content = content

    def read(self, n):
        part, self.content = self.content[:n], self.content[n:]
        return wait(part)


def f():
    stream = Stream(b'ab\ncdef\ng')
    return stream.readline(), stream.readline(2), stream.readline(), stream.readline(), stream.readline()


# expect: (b'ab\n', b'cd', b'ef\n', b'g', b'')
# frame: modules.io.LineFrames.ReadLines/1
import io


class Stream(io.IOBase):
    def __init__(self):
        self.lines = [b'abc\n', b'de\n', b'f']

    def readline(self, size=-1):
        return wait(self.lines.pop(0) if self.lines else b'')


def f():
    return Stream().readlines(), Stream().readlines(5)


# expect: ([b'abc\n', b'de\n', b'f'], [b'abc\n', b'de\n'])
# frame: modules.io.LineFrames.WriteLines/1
import io


class Stream(io.IOBase):
    def __init__(self):
        self.written = []

    def write(self, line):
        self.written.append(wait(line))


class Lines:
    def __iter__(self):
        return wait(self.generate())

    def generate(self):
        yield wait('a')
        yield wait('b')


def f():
    stream = Stream()
    stream.writelines(Lines())
    stream.writelines(['c', 'd'])
    return stream.written


# expect: ['a', 'b', 'c', 'd']
# frame: modules.io.OpenFrame/1
import os


class Path:
    def __fspath__(self):
        return wait(os.devnull)


def f():
    with open(Path(), encoding='utf-8') as file:
        text = file.read(), file.encoding
    with open(Path(), 'wb', buffering=0) as file:
        binary = file.write(b'ab')
    with open(Path(), 'rb') as file:
        return text, binary, type(file).__name__


# expect: (('', 'utf-8'), 2, 'BufferedReader')
# frame: modules.io.PyNewlineDecoder.DecodeFrame/1
import codecs
import io


class Decoder(codecs.IncrementalDecoder):
    def decode(self, data, final=False):
        return wait(data.decode())


def f():
    decoder = io.IncrementalNewlineDecoder(Decoder(), translate=True)
    return decoder.decode(b'a\r'), decoder.decode(b'\nb\rc'), decoder.decode(b'', final=True), decoder.newlines


# expect: ('a', '\nb\nc', '', ('\r', '\r\n'))
# frame: modules.io.ReadFrames.ReadByReadInto/1
import io


class Raw(io.RawIOBase):
    def readinto(self, b):
        wait()
        b[:2] = b'ab'
        return wait(2)


def f():
    return Raw().read(5)


# expect: b'ab'
# frame: modules.io.ReadFrames.ReadAll/1
import io


class Raw(io.RawIOBase):
    def __init__(self):
        self.parts = [b'ab', b'c', b'']

    def read(self, size=-1):
        return wait(self.parts.pop(0))


def f():
    return Raw().readall()


# expect: b'abc'
# frame: modules.io.ReadFrames.ReadIntoByRead/1
import io


class Stream(io.BufferedIOBase):
    def read(self, size=-1):
        return wait(b'abc'[:size])

    def read1(self, size=-1):
        return wait(b'xyz'[:size])


def f():
    into = bytearray(b'.....')
    view = memoryview(bytearray(b'..'))
    return Stream().readinto(into), into, Stream().readinto1(view), view.tobytes()


# expect: (3, bytearray(b'abc..'), 2, b'xy')
# frame: modules.io.TextFrame/1
import io


class Buffer(io.BytesIO):
    wrapped = False

    def read(self, size=-1):
        return wait(super().read(size))

    def read1(self, size=-1):
        return wait(super().read1(min(size, 4)))

    def write(self, data):
        return wait(super().write(data))

    def flush(self):
        wait()
        super().flush()

    def seek(self, position, whence=0):
        return wait(super().seek(position, whence))

    def tell(self):
        position = super().tell()
        return wait(position) if self.wrapped else position

    def close(self):
        wait()
        super().close()


def wrap(*args, **keywords):
    made = io.TextIOWrapper(*args, **keywords)
    made.buffer.wrapped = True
    return made


def f():
    reader = wrap(Buffer('äbc\ndefg\r\nhi'.encode()), 'utf-8')
    read = reader.readline(), reader.read(2), reader.readline(), reader.read()
    reader.seek(0)
    first = reader.read(3)
    position = reader.tell()
    rest = reader.read()
    reader.seek(position)
    buffer = Buffer()
    writer = wrap(buffer, 'utf-16-le', newline='\r\n', line_buffering=True)
    writer.write('a\n')
    writer.write('ö')
    written = writer.seek(0, 2), buffer.getvalue()
    writer.truncate(4)
    size = len(buffer.getvalue())
    other = wrap(Buffer(b'a\xb5b\nc'), 'cp1252', newline='')
    parts = other.read(2), other.readline(), other.readline(), other.readline()
    return read, first, rest, reader.read() == rest, written, size, writer.close(), parts, buffer.closed


# expect: (('äbc\n', 'de', 'fg\n', 'hi'), 'äbc', '\ndefg\nhi', True, (8, b'a\x00\r\x00\n\x00\xf6\x00'), 4, None, ('aµ', 'b\n', 'c', ''), True)
