"""Plain values as bytes in CPython's format, version 4 (marshal.c). Code is that of this machine: CPython cannot read it, nor is its code read here."""

import _struct

version = 4

_FLAG_REF = 0x80
_MOST_DEPTH = 2000
# The attributes of code, as types.CodeType takes them.
_CODE = (
    'co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names co_varnames '
    'co_filename co_name co_qualname co_firstlineno co_linetable co_exceptiontable co_freevars co_cellvars'
).split()
_code_type = type((lambda: None).__code__)


def dumps(value, version=4, /, *, allow_code=True):
    """Return the bytes object that would be written to a file by dump(value, file)."""
    out = bytearray()
    _write(value, out, 0, allow_code)
    return bytes(out)


def dump(value, file, version=4, /, *, allow_code=True):
    """Write the value on the open file."""
    return file.write(dumps(value, version, allow_code=allow_code))


def _size(kind, n, out):
    out += kind
    out += _struct.pack('<i', n)


def _write(v, out, depth, allow_code):
    if depth > _MOST_DEPTH:
        raise ValueError('object too deeply nested to marshal')
    kind = type(v)
    if v is None:
        out += b'N'
    elif v is True:
        out += b'T'
    elif v is False:
        out += b'F'
    elif v is ...:
        out += b'.'
    elif v is StopIteration:
        out += b'S'
    elif kind is int:
        _write_int(v, out)
    elif kind is float:
        out += b'g' + _struct.pack('<d', v)
    elif kind is complex:
        out += b'y' + _struct.pack('<dd', v.real, v.imag)
    elif kind is str:
        _write_str(v, out)
    elif kind is tuple:
        if len(v) < 256:
            out += b')' + bytes((len(v),))
        else:
            _size(b'(', len(v), out)
        for item in v:
            _write(item, out, depth + 1, allow_code)
    elif kind is list:
        _size(b'[', len(v), out)
        for item in v:
            _write(item, out, depth + 1, allow_code)
    elif kind is dict:
        out += b'{'
        for key, item in v.items():
            _write(key, out, depth + 1, allow_code)
            _write(item, out, depth + 1, allow_code)
        out += b'0'
    elif kind is set or kind is frozenset:
        _size(b'<' if kind is set else b'>', len(v), out)
        for item in sorted(v, key=lambda item: dumps(item, allow_code=allow_code)):
            _write(item, out, depth + 1, allow_code)
    elif kind is _code_type:
        if not allow_code:
            raise ValueError('marshalling code objects is disallowed')
        out += b'c'
        _write(tuple([getattr(v, name) for name in _CODE]), out, depth + 1, allow_code)
    else:
        try:
            data = bytes(memoryview(v))
        except TypeError:
            raise ValueError('unmarshallable object') from None
        _size(b's', len(data), out)
        out += data


def _write_int(v, out):
    if -0x80000000 <= v <= 0x7FFFFFFF:
        _size(b'i', v, out)
        return
    digits = []
    rest = abs(v)
    while rest:
        digits.append(rest & 0x7FFF)
        rest >>= 15
    _size(b'l', -len(digits) if v < 0 else len(digits), out)
    out += _struct.pack(f'<{len(digits)}H', *digits)


def _write_str(v, out):
    if v.isascii():
        if len(v) < 256:
            out += b'z' + bytes((len(v),))
        else:
            _size(b'a', len(v), out)
        out += v.encode('ascii')
    else:
        data = v.encode('utf-8', 'surrogatepass')
        _size(b'u', len(data), out)
        out += data


def loads(data, /, *, allow_code=True):
    """Convert the bytes-like object to a value."""
    return _Reader(bytes(data), allow_code).value()


def load(file, /, *, allow_code=True):
    """Read one value from the open file and return it."""
    data = file.read()
    if not isinstance(data, bytes):
        raise TypeError(f'file.read() returned not bytes but {type(data).__name__}')
    reader = _Reader(data, allow_code)
    value = reader.value()
    if reader.at < len(data):
        file.seek(reader.at - len(data), 1)
    return value


_END = object()


class _Reader:
    def __init__(self, data, allow_code):
        self.data = data
        self.allow_code = allow_code
        self.at = 0
        self.refs = []

    def take(self, n):
        end = self.at + n
        if n < 0:
            raise ValueError('bad marshal data (size out of range)')
        if end > len(self.data):
            raise EOFError('marshal data too short')
        piece = self.data[self.at : end]
        self.at = end
        return piece

    def long(self):
        return _struct.unpack('<i', self.take(4))[0]

    def value(self):
        v = self.item()
        if v is _END:
            raise ValueError('NULL object in marshal data for object')
        return v

    def item(self):
        if self.at >= len(self.data):
            raise EOFError('EOF read where object expected')
        code = self.take(1)[0]
        kind = chr(code & ~_FLAG_REF)
        slot = None
        if code & _FLAG_REF:
            slot = len(self.refs)
            self.refs.append(None)
        v = self.read(kind, slot)
        if slot is not None:
            self.refs[slot] = v
        return v

    def read(self, kind, slot):
        match kind:
            case 'N':
                return None
            case 'T':
                return True
            case 'F':
                return False
            case '.':
                return ...
            case 'S':
                return StopIteration
            case '0':
                return _END
            case 'i':
                return self.long()
            case 'I':
                return _struct.unpack('<q', self.take(8))[0]
            case 'l':
                n = self.long()
                v = 0
                for i, d in enumerate(_struct.unpack(f'<{abs(n)}H', self.take(2 * abs(n)))):
                    v |= d << 15 * i
                return -v if n < 0 else v
            case 'g':
                return _struct.unpack('<d', self.take(8))[0]
            case 'f':
                return float(self.take(self.take(1)[0]))
            case 'y':
                return complex(*_struct.unpack('<dd', self.take(16)))
            case 's':
                return self.take(self.long())
            case 'z' | 'Z':
                return self.take(self.take(1)[0]).decode('latin-1')
            case 'a' | 'A':
                return self.take(self.long()).decode('latin-1')
            case 'u' | 't':
                return self.take(self.long()).decode('utf-8', 'surrogatepass')
            case ')':
                return tuple([self.value() for _ in range(self.take(1)[0])])
            case '(':
                return tuple([self.value() for _ in range(self.long())])
            case '[':
                out = []
                if slot is not None:
                    self.refs[slot] = out
                for _ in range(self.long()):
                    out.append(self.value())
                return out
            case '{':
                d = {}
                if slot is not None:
                    self.refs[slot] = d
                while (key := self.item()) is not _END:
                    d[key] = self.value()
                return d
            case '<' | '>':
                items = [self.value() for _ in range(self.long())]
                return set(items) if kind == '<' else frozenset(items)
            case 'r':
                n = self.long()
                if not 0 <= n < len(self.refs):
                    raise ValueError('bad marshal data (invalid reference)')
                return self.refs[n]
            case 'c':
                if not self.allow_code:
                    raise ValueError('unmarshalling code objects is disallowed')
                if self.data[self.at : self.at + 1] != b')':
                    raise ValueError('bad marshal data (code objects of CPython cannot be read)')
                try:
                    return _code_type(*self.value())
                except (TypeError, ValueError) as e:
                    raise ValueError(f'bad marshal data ({e})') from None
        raise ValueError('bad marshal data (unknown type code)')
