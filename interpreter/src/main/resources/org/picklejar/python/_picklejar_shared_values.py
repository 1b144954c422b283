"""Values and arrays in memory that processes share, by letters of struct: what multiprocessing gives in place of those of ctypes."""

import struct
from multiprocessing import heap
from multiprocessing.context import assert_spawning

_CODES = 'cbBhHiIlLqQfd'


class RawArray:
    """Items of one type. Reads and writes of several processes are not kept apart."""

    def __init__(self, typecode_or_type, size_or_initializer):
        if not (isinstance(typecode_or_type, str) and typecode_or_type and typecode_or_type in _CODES):
            raise TypeError(f'a letter out of {_CODES!r} is needed for the type, not {typecode_or_type!r}')
        if isinstance(size_or_initializer, int):
            if size_or_initializer < 0:
                raise ValueError('Array length must be non-negative')
            count, initial = size_or_initializer, None
        else:
            initial = list(size_or_initializer)
            if typecode_or_type == 'c':
                initial = [bytes([item]) if isinstance(item, int) else item for item in initial]
            count = len(initial)
        self._open(typecode_or_type, count, heap.BufferWrapper(max(1, count * struct.calcsize(typecode_or_type))))
        for i in range(len(self._bytes)):
            self._bytes[i] = 0
        if initial is not None:
            self[:] = initial

    def _open(self, code, count, memory):
        self._code = code
        self._count = count
        self._memory = memory
        self._bytes = memory.create_memoryview()[: count * struct.calcsize(code)]
        self._items = self._bytes.cast(code)

    def __reduce__(self):
        assert_spawning(self)
        return _again, (type(self), self._code, self._count, self._memory)

    def __len__(self):
        return self._count

    def __getitem__(self, i):
        if isinstance(i, slice):
            items = self._items[i].tolist()
            return b''.join(items) if self._code == 'c' else items
        try:
            return self._items[i]
        except IndexError:
            raise IndexError('invalid index') from None

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(self._count))
            values = [bytes([v]) if self._code == 'c' and isinstance(v, int) else v for v in value]
            if len(values) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for place, v in zip(places, values):
                self._items[place] = v
            return
        try:
            self._items[i] = value
        except IndexError:
            raise IndexError('invalid index') from None

    def __iter__(self):
        return (self[i] for i in range(self._count))

    @property
    def raw(self):
        self._check_text('raw')
        return self._bytes.tobytes()

    @raw.setter
    def raw(self, value):
        self._check_text('raw')
        self._bytes[: len(value)] = value

    @property
    def value(self):
        self._check_text('value')
        return self._bytes.tobytes().split(b'\0', 1)[0]

    @value.setter
    def value(self, value):
        self._check_text('value')
        if len(value) > self._count:
            raise ValueError('byte string too long')
        self.raw = value if len(value) == self._count else value + b'\0'

    def _check_text(self, name):
        if self._code != 'c':
            raise AttributeError(f'{type(self).__name__!r} object of type {self._code!r} has no attribute {name!r}')


class RawValue(RawArray):
    """One item."""

    def __init__(self, typecode_or_type, *args):
        super().__init__(typecode_or_type, 1)
        if args:
            (self.value,) = args

    @property
    def value(self):
        return self._items[0]

    @value.setter
    def value(self, value):
        self._items[0] = value

    def __repr__(self):
        return f'{type(self).__name__}({self._code!r}, {self.value!r})'


def _again(cls, code, count, memory):
    self = object.__new__(cls)
    self._open(code, count, memory)
    return self


class Synchronized:
    """A value or an array with a lock."""

    def __init__(self, obj, lock=None, ctx=None):
        if lock is None:
            from multiprocessing.context import _default_context

            lock = (ctx or _default_context.get_context()).RLock()
        self._obj = obj
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __reduce__(self):
        assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj!r}>'

    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(Synchronized):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value


class SynchronizedString(SynchronizedArray):
    @property
    def raw(self):
        with self._lock:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self._lock:
            self._obj.raw = value


def _guarded(cls, obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f'{lock!r} has no method {"acquire"!r}')
    return cls(obj, lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A value with a lock, which may be given; without one when it is False."""
    return _guarded(Synchronized, RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Likewise an array."""
    cls = SynchronizedString if typecode_or_type == 'c' else SynchronizedArray
    return _guarded(cls, RawArray(typecode_or_type, size_or_initializer), lock, ctx)
