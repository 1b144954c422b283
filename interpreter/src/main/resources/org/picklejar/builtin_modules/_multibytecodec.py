"""Codecs for Chinese, Japanese and Korean, whose tables are Java's (_multibyte_tables). Error handlers are called from here."""

import _codecs

import _multibyte_tables as _tables
import _stateful_codecs as _stateful

_MOST_PENDING = 8


def _handler_of(errors):
    return None if errors is None or errors == 'strict' else _codecs.lookup_error(errors)


def _handled(handler, error, length, kinds, what):
    """What a handler puts in place of an error: that and the position to go on at."""
    if handler is None:
        raise error
    result = handler(error)
    if (
        not isinstance(result, tuple)
        or len(result) != 2
        or not isinstance(result[0], kinds)
        or not isinstance(result[1], int)
    ):
        raise TypeError(f'{what} error handler must return (str, int) tuple')
    replacement, at = result
    if at < 0:
        at += length
    if not 0 <= at <= length:
        raise IndexError(f'position {at} from error handler out of bounds')
    return replacement, at


def _encode_from(name, text, at, state):
    if name in _stateful.NAMES:
        return _stateful.encode(name, text, at, state)
    return *_tables.encode(name, text, at), 0


def _decode_from(name, data, at, state):
    if name in _stateful.NAMES:
        return _stateful.decode(name, data, at, state)
    return *_tables.decode(name, data, at), 0


def _beginning(name, decodes):
    return _stateful.beginning(name, decodes) if name in _stateful.NAMES else 0


def _encode(name, text, errors, state, final):
    """The bytes of a text that begins in a state, and the state behind it."""
    out, at, state = _encode_from(name, text, 0, state)
    parts = [out]
    handler = None if at == len(text) else _handler_of(errors)
    while at < len(text):
        if errors == 'ignore':
            replacement, at = '', at + 1
        elif errors == 'replace':
            replacement, at = '?', at + 1
        else:
            error = UnicodeEncodeError(name, text, at, at + 1, 'illegal multibyte sequence')
            replacement, at = _handled(handler, error, len(text), (str, bytes), 'encoding')
        if isinstance(replacement, str):
            replacement, state = _encode(name, replacement, 'strict', state, False)
        parts.append(replacement)
        out, at, state = _encode_from(name, text, at, state)
        parts.append(out)
    if final and name in _stateful.NAMES:
        out, state = _stateful.end(name, state)
        parts.append(out)
    return b''.join(parts), state


def _decode(name, data, errors, state, final):
    """The text of bytes, how many of them it took (all but an incomplete character, when there may come more), and the state."""
    text, at, bad, state = _decode_from(name, data, 0, state)
    parts = [text]
    while bad > 0 or bad < 0 and final:
        end = at + bad if bad > 0 else len(data)
        if errors == 'ignore':
            at = end
        elif errors == 'replace':
            parts.append('\ufffd')
            at = end
        else:
            kind = 'illegal' if bad > 0 else 'incomplete'
            error = UnicodeDecodeError(name, data, at, end, f'{kind} multibyte sequence')
            replacement, at = _handled(_handler_of(errors), error, len(data), str, 'decoding')
            parts.append(replacement)
        text, at, bad, state = _decode_from(name, data, at, state)
        parts.append(text)
    return ''.join(parts), at, state


def _check_errors(errors, function, at):
    if errors is not None and not isinstance(errors, str):
        raise TypeError(f'{function}() argument {at} must be str or None, not {type(errors).__name__}')


class MultibyteCodec:
    __slots__ = ('_name',)

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_multibytecodec.MultibyteCodec' instances")

    def encode(self, input, errors=None):
        """Return an encoded string version of `input'.

        'errors' may be given to set a different error handling scheme. Default is
        'strict' meaning that encoding errors raise a UnicodeEncodeError. Other possible
        values are 'ignore', 'replace' and 'xmlcharrefreplace' as well as any other name
        registered with codecs.register_error that can handle UnicodeEncodeErrors."""
        _check_errors(errors, 'encode', "'errors'")
        if not isinstance(input, str):
            if isinstance(input, (bytes, bytearray, int, float, list, tuple, dict, type(None))):
                raise TypeError("couldn't convert the object to str.")
            input = str(input)
        name = self._name
        return _encode(name, input, errors, _beginning(name, False), True)[0], len(input)

    def decode(self, input, errors=None):
        """Decodes 'input'.

        'errors' may be given to set a different error handling scheme. Default is
        'strict' meaning that encoding errors raise a UnicodeDecodeError. Other possible
        values are 'ignore' and 'replace' as well as any other name registered with
        codecs.register_error that is able to handle UnicodeDecodeErrors.\""""
        _check_errors(errors, 'decode', "'errors'")
        data = bytes(memoryview(input))
        name = self._name
        return _decode(name, data, errors, _beginning(name, True), True)[0], len(data)

    def __reduce__(self):
        return _codec, (self._name,)


def _codec(name):
    """A codec; LookupError when there is no table for it."""
    if not isinstance(name, str):
        raise TypeError('encoding name must be a string.')
    if name not in _stateful.NAMES and not _tables.has(name):
        raise LookupError('no such codec is supported.')
    codec = object.__new__(MultibyteCodec)
    codec._name = name
    return codec


class _WithCodec:
    """What encoders, decoders, readers and writers have in common: the codec of their class, and how they treat errors."""

    def _begin(self, errors):
        codec = getattr(type(self), 'codec', None)
        if codec is None:
            raise AttributeError(f"type object '{type(self).__name__}' has no attribute 'codec'")
        if not isinstance(codec, MultibyteCodec):
            raise TypeError('codec is unexpected type')
        self._name = codec._name
        self._errors = 'strict'
        self.errors = errors

    @property
    def errors(self):
        """how to treat errors"""
        return self._errors

    @errors.setter
    def errors(self, value):
        if not isinstance(value, str):
            raise TypeError('errors must be a string')
        self._errors = value

    @errors.deleter
    def errors(self):
        raise AttributeError('cannot delete attribute')


class MultibyteIncrementalEncoder(_WithCodec):
    def __init__(self, errors='strict'):
        self._begin(errors)
        self.reset()

    def encode(self, input, final=False):
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to str.")
        text, self._pending = self._pending + input, ''
        out, self._state = _encode(self._name, text, self._errors, self._state, bool(final))
        return out

    def getstate(self):
        # Nothing waits in these codes for what follows it, but CPython's state has a place for it: how many bytes, these, the state.
        pending = self._pending.encode()
        return int.from_bytes(bytes((len(pending),)) + pending + self._state.to_bytes(8, 'little'), 'little')

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError(f'setstate() argument must be int, not {type(state).__name__}')
        if state < 0:
            raise OverflowError("can't convert negative int to unsigned")
        size = state & 0xFF
        if size > _MOST_PENDING:
            raise UnicodeError('pending buffer too large')
        data = state.to_bytes(9 + _MOST_PENDING, 'little')
        self._pending = data[1 : size + 1].decode()
        self._state = int.from_bytes(data[size + 1 : size + 9], 'little')

    def reset(self):
        self._pending = ''
        self._state = _beginning(self._name, False)


class _Pending(_WithCodec):
    """Keeps the bytes of a character that is not complete."""

    def _take(self, data, final):
        text, end, self._state = _decode(self._name, self._pending + data, self._errors, self._state, final)
        rest = (self._pending + data)[end:]
        if len(rest) > _MOST_PENDING:
            raise UnicodeError('pending buffer overflow')
        self._pending = rest
        return text

    def reset(self):
        self._pending = b''
        self._state = _beginning(self._name, True)


class MultibyteIncrementalDecoder(_Pending):
    def __init__(self, errors='strict'):
        self._begin(errors)
        self.reset()

    def decode(self, input, final=False):
        return self._take(bytes(memoryview(input)), bool(final))

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError(f'setstate() argument must be tuple, not {type(state).__name__}')
        if len(state) != 2 or not isinstance(state[0], bytes) or not isinstance(state[1], int):
            raise TypeError('setstate(): illegal state argument')
        if len(state[0]) > _MOST_PENDING:
            raise UnicodeDecodeError(self._name, state[0], 0, len(state[0]), 'pending buffer too large')
        if state[1] < 0:
            raise OverflowError("can't convert negative int to unsigned")
        if state[1] >> 64:
            raise OverflowError('int too big to convert')
        self._pending, self._state = state


class MultibyteStreamReader(_Pending):
    def __init__(self, stream, errors='strict'):
        self._begin(errors)
        self.stream = stream
        self.reset()

    def _read(self, method, size):
        if size is None:
            size = -1
        elif not isinstance(size, int):
            raise TypeError('arg 1 must be an integer')
        if size == 0:
            return ''
        while True:
            data = method() if size < 0 else method(size)
            if not isinstance(data, bytes):
                raise TypeError(f'stream function returned a non-bytes object ({type(data).__name__})')
            text = self._take(data, not data or size < 0)
            if text or size < 0 or not data:
                return text
            # A part of a character came: one byte more.
            size = 1

    def read(self, size=None, /):
        return self._read(self.stream.read, size)

    def readline(self, size=None, /):
        return self._read(self.stream.readline, size)

    def readlines(self, size=None, /):
        return self._read(self.stream.read, size).splitlines(True)


class MultibyteStreamWriter(_WithCodec):
    def __init__(self, stream, errors='strict'):
        self._begin(errors)
        self.stream = stream
        self._state = _beginning(self._name, False)

    def write(self, strobj, /):
        if not isinstance(strobj, str):
            raise TypeError("couldn't convert the object to str.")
        out, self._state = _encode(self._name, strobj, self._errors, self._state, False)
        self.stream.write(out)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def reset(self):
        out, self._state = _encode(self._name, '', 'strict', self._state, True)
        if out:
            self.stream.write(out)
