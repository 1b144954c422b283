"""How saved states take objects that a plain pickle refuses, or would make again by running the program's own code.

``table`` maps a type to a function that gives the reduce value. Identity holds within one state; what is shared with modules of
the library (locks, context variables) is found there by name where that is right, else copied.
"""

import _thread
import sys
import types

import stackless
from _picklejar_contexts import context, context_variable, missing, token
from _picklejar_loops import (
    base_of_future,
    event_loop,
    future,
    future_iterator,
    loop_class,
    loop_selector,
    own_socket,
    selector_class,
    task_callback,
)
from _picklejar_places import by_name
from _picklejar_values_of_builtins import descriptor, iso_calendar_date, kinds_of_system_values, system_values
from _stackless import (
    _DirectoryIterator,
    _cache_parts,
    _compression_parts,
    _expat_handlers,
    _expat_parts,
    _fill_expat,
    _csv_reader_parts,
    _csv_write,
    _digest_parts,
    _directory_parts,
    _fill_cache,
    _fill_newline,
    _fill_scanner,
    _fill_stream,
    _frame_of_locals,
    _make_csv_reader,
    _make_csv_writer,
    _make_reference,
    _make_thread,
    _make_thread_local,
    _make_view,
    _newline_parts,
    _pattern_parts,
    _queue_items,
    _reference_parts,
    _restore_compression,
    _restore_expat,
    _restore_digest,
    _restore_directory,
    _restore_zlib,
    _scanner_parts,
    _stream_parts,
    _thread_local_parts,
    _thread_parts,
    _view_parts,
    _zlib_parts,
)
from stackless._wrap import reduce_pickler, reduce_unpickler, take_apart

# ---- views


class _Peek:
    """Gets what a mappingproxy stands for: that is compared with it."""

    __hash__ = None

    def __eq__(self, other):
        self.seen = other
        return True


def mapping_proxy(proxy):
    peek = _Peek()
    proxy == peek
    mapping = peek.seen
    for name in ('__dict__', '__weakref__', '__doc__'):
        owner = getattr(mapping.get(name), '__objclass__', None)
        if owner is not None:
            return getattr, (owner, '__dict__')
    return types.MappingProxyType, (mapping,)


def memory_view(view):
    return _make_view, (_view_parts(view),)


def frame_locals(proxy):
    return _locals_of, (_frame_of_locals(proxy),)


def _locals_of(frame):
    return frame.f_locals


_FRAME_LOCALS = (lambda: type(sys._getframe().f_locals))()


# ---- locks


def lock(o):
    return _make_lock, (o.locked(), by_name(o))


def _make_lock(locked, place):
    return _acquired(_thread.allocate_lock, int(locked), place)


def recursive_lock(o):
    return _make_recursive_lock, (o._recursion_count() if o._is_owned() else 0, by_name(o))


def _make_recursive_lock(count, place):
    return _acquired(_thread.RLock, count, place)


def _acquired(make, count, place):
    """A lock that is held. That of a module is taken; it stays with who holds it here, and then there is another one in the state."""
    made = getattr(*place[1]) if place else make()
    if count and not made.acquire(False):
        made = make()
        made.acquire()
    for _ in range(count - 1):
        made.acquire()
    return made


def thread_handle(h):
    threading = sys.modules.get('threading')
    if threading is not None and any(vars(t).get('_handle') is h for t in list(threading._limbo)):
        raise TypeError('cannot pickle a thread that is just being started')
    return _make_thread, _thread_parts(h)


# ---- references


def weak_reference(r):
    weakref = sys.modules['_weakref']
    kind = type(r)
    state = None if kind in (weakref.ReferenceType, weakref.ProxyType, weakref.CallableProxyType) else r.__getstate__()
    return _make_reference, (kind, *_reference_parts(r)), state


# ---- caches


def _whole(name):
    """A module of sys.modules whose code has run to its end; else None."""
    module = sys.modules.get(name)
    return None if getattr(getattr(module, '__spec__', None), '_initializing', False) else module


def _is_found(o):
    """Whether an object is what its module, other than __main__, has under its name."""
    module = getattr(o, '__module__', '__main__')
    value = _whole(module) if module != '__main__' else None
    for name in getattr(o, '__qualname__', '').split('.'):
        value = getattr(value, name, None)
    return value is o


def cached_function(o):
    if _is_found(o):
        return NotImplemented
    function, size, typed, info, hits, misses, content = _cache_parts(o)
    common = info is getattr(sys.modules.get('functools'), '_CacheInfo', None)
    return (
        _make_cache,
        (function, size, typed, None if common else info),
        (o.__dict__, hits, misses, content),
        None,
        None,
        _restore_cache,
    )


def _make_cache(function, size, typed, info):
    import functools

    return functools._lru_cache_wrapper(function, size, typed, info or functools._CacheInfo)


def _restore_cache(cache, state):
    attributes, *rest = state
    cache.__dict__.update(attributes)
    _fill_cache(cache, *rest)


# ---- streams


def stream_in_memory(o):
    return (_make_closed, (type(o),)) if o.closed else NotImplemented


def _make_closed(kind):
    made = kind()
    made.close()
    return made


#: Those that a plain pickle refuses: over other streams, and what programs derive from the bases.
_STREAMS = (
    '_IOBase',
    '_RawIOBase',
    '_BufferedIOBase',
    '_TextIOBase',
    'FileIO',
    'BufferedReader',
    'BufferedWriter',
    'BufferedRandom',
    'TextIOWrapper',
)


def _stream(o, kind):
    base = next(c for c in kind.__mro__ if c.__module__ == '_io')
    if base.__name__ not in _STREAMS or _overrides(kind, base, _PICKLING):
        return None
    parts = _stream_parts(o)
    return None if parts is None else (_made_by, (base, kind), (parts, vars(o)), None, None, _set_stream)


def _set_stream(o, state):
    parts, attributes = state
    _fill_stream(o, parts)
    vars(o).update(attributes)


def newline_decoder(o):
    return type(o), (None, False), _newline_parts(o), None, None, _fill_newline


def directory_entries(o):
    parts = _directory_parts(o)
    return None if parts is None else (_restore_directory, (parts,))


def csv_reader(r):
    return _make_csv_reader, _csv_reader_parts(r)


def csv_writer(w):
    return _make_csv_writer, (_csv_write(w), w.dialect)


def csv_dialect(d):
    names = 'delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict'.split()
    return _make_dialect, (type(d), {name: getattr(d, name) for name in names})


def _make_dialect(kind, parameters):
    return kind(**parameters)


# ---- loggers


def _logger(o, kind, logging):
    """
    A logger with a name is that of the process, which is as it was unless there is one of the name. Others are the program's alone: it may be
    that their ``__init__`` has not run.
    """
    if o is logging.root:
        return None
    name = vars(o).get('name')
    if o.manager.loggerDict.get(name) is not o:
        return take_apart(o)
    state = {k: v for k, v in vars(o).items() if k not in ('manager', '_cache')}
    return _find_logger, (kind, name), state, None, None, _fill_logger


def _find_logger(kind, name):
    from logging import Logger

    manager = Logger.manager
    there = manager.loggerDict.get(name)
    if isinstance(there, Logger):
        return there
    made = kind.__new__(kind)
    vars(made).update(name=name, manager=manager)
    manager.loggerDict[name] = made
    if there is not None:
        manager._fixupChildren(there, made)
    manager._fixupParents(made)
    return made


def _fill_logger(o, state):
    if 'level' not in vars(o):
        vars(o).update(state, _cache={})


# ---- objects whose classes get in the way

_PICKLING = ('__reduce__', '__reduce_ex__', '__getnewargs__', '__getnewargs_ex__', '__getstate__', '__setstate__')


def _overrides(kind, base, names):
    """Whether a class or one between it and a base defines one of some methods itself."""
    return any(name in vars(c) for c in kind.__mro__[: kind.__mro__.index(base)] for name in names)


def _made_by(base, kind, *args):
    """A new object by the ``__new__`` of a base: the program's own is not called again."""
    return base.__new__(kind, *args)


def by_kind(o, kind, loops):
    """
    The reduce value of an instance of a subclass that needs care; None when there is nothing in the way.

    loops: the event loops that are known in this state; others are added.
    """
    for base in (stackless.tasklet, stackless.channel):
        if issubclass(kind, base):
            return _with_attributes(o, kind, base)
    weakref = sys.modules.get('_weakref')
    if weakref is not None and issubclass(kind, weakref.ReferenceType):
        return weak_reference(o)
    io = sys.modules.get('_io')
    if io is not None and issubclass(kind, io._IOBase):
        return _stream(o, kind)
    pickling = sys.modules.get('_pickle')
    if pickling is not None:
        for base, reduce in ((pickling.Pickler, reduce_pickler), (pickling.Unpickler, reduce_unpickler)):
            if issubclass(kind, base):
                return None if _overrides(kind, base, _PICKLING) else reduce(o)
    if issubclass(kind, loop_class()):
        return event_loop(o, loops)
    if issubclass(kind, selector_class()):
        return loop_selector(o)
    asyncio = sys.modules.get('_asyncio_types')
    if asyncio is not None and issubclass(kind, asyncio.Future):
        return None if _overrides(kind, base_of_future(kind, asyncio), _PICKLING) else future(o)
    socket = sys.modules.get('socket')
    if socket is not None and issubclass(kind, socket.socket):
        return own_socket(o, loops)
    if '_sqlite3' in sys.modules:
        from _picklejar_sqlite import object_of_sqlite

        reduced = object_of_sqlite(o, kind)
        if reduced is not None:
            return reduced
    if issubclass(kind, _thread._local):
        return _make_thread_local, (kind, *_thread_local_parts(o))
    logging = sys.modules.get('logging')
    if logging is not None and issubclass(kind, logging.Logger) and not _overrides(kind, logging.Logger, _PICKLING):
        return _logger(o, kind, logging)
    decimal = sys.modules.get('_decimal_types')
    if decimal is not None:
        for base, reduce in (
            (decimal.Decimal, take_apart),
            (decimal.Context, decimal_context),
            (decimal._SignalDictMixin, decimal_signals),
        ):
            if issubclass(kind, base):
                return None if _overrides(kind, base, _PICKLING) else reduce(o)
    items = _queue_items(o)
    if items is not None:
        return _make_queue, (kind,), (items, getattr(o, '__dict__', {})), None, None, _fill_queue
    parts = _digest_parts(o)
    if parts is not None:
        return _restore_digest, parts, getattr(o, '__dict__', None), None, None, _set_attributes
    parts = _zlib_parts(o)
    if parts is not None:
        return _restore_zlib, (parts,)
    parts = _compression_parts(o)
    if parts is not None:
        return _restore_compression, (parts,)
    parts = _expat_parts(o)
    if parts is not None:
        filled = (_expat_handlers(o), None, None, _fill_expat) if kind.__name__ == 'xmlparser' else ()
        return _restore_expat, (parts,), *filled
    return None


def _with_attributes(o, kind, base):
    """A tasklet or channel of a user's class keeps its attributes, which a plain pickle of Stackless leaves behind."""
    if (
        kind is base
        or not getattr(o, '__dict__', None)
        or kind.__reduce__ is not base.__reduce__
        or kind.__reduce_ex__ is not base.__reduce_ex__
    ):
        return None
    made, args, state = o.__reduce_ex__(5)
    return made, args, (base, state, o.__dict__), None, None, _set_with_attributes


def _set_with_attributes(o, parts):
    base, state, attributes = parts
    base.__setstate__(o, state)
    o.__dict__.update(attributes)


def random_numbers(o):
    """A generator of random numbers, also one that is still in its ``__init__``."""
    import _random

    return _make_random, (type(o), _random.Random.getstate(o)), o.__dict__, None, None, _set_attributes


def _make_random(kind, numbers):
    import _random

    made = _random.Random.__new__(kind)
    _random.Random.setstate(made, numbers)
    return made


def _set_attributes(o, attributes):
    o.__dict__.update(attributes)


def decimal_context(c):
    """A context, made without code of its class."""
    import _decimal_types

    arguments = _decimal_types.Context.__reduce__(c)[1]
    return _make_context, (type(c), *arguments), getattr(c, '__dict__', None), None, None, _set_attributes


def _make_context(kind, *arguments):
    import _decimal_types

    made = _decimal_types.Context.__new__(kind)
    _decimal_types.Context.__init__(made, *arguments)
    return made


def decimal_signals(d):
    """The flags or traps of a context."""
    import _decimal_types

    return getattr, _decimal_types._place_of(d)


def _make_queue(kind):
    import _queue

    return _queue.SimpleQueue.__new__(kind)


def _fill_queue(queue, parts):
    items, attributes = parts
    for item in items:
        queue.put_nowait(item)
    if attributes:
        queue.__dict__.update(attributes)


def type_variable(o):
    """A variable or alias of types. One that is still in its ``__init__``, or is no global of its module, goes by value."""
    home = _whole(getattr(o, '__module__', None))
    name = getattr(o, '__name__', None)
    if home is not None and name is not None and home.__name__ != '__main__' and getattr(home, name, None) is o:
        return NotImplemented
    return take_apart(o)


def pattern(p):
    """A pattern that was made of parts, as re.Scanner does it, has no text that could be compiled again."""
    return NotImplemented if p.pattern is not None else (sys.modules['_sre'].compile, _pattern_parts(p))


def process(p):
    if p.returncode is None:
        raise TypeError(f'cannot pickle a running process ({type(p).__qualname__} of {p.args!r}): wait for it first')
    return NotImplemented


def json_scanner(s):
    return _make_scanner, (), _scanner_parts(s), None, None, _fill_scanner


class _AnyContext:
    strict = object_hook = object_pairs_hook = parse_float = parse_int = parse_constant = None


def _make_scanner():
    import _json

    return _json.make_scanner(_AnyContext)


# ---- the table


def silent():
    """Builtin classes of whose own instances there is nothing to say, and which are numerous."""
    return (
        *(stackless.tasklet, stackless.channel, types.CellType, types.TracebackType),
        *(types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType),
        *(type(iter(o)) for o in ([], (), range(0))),
    )


def asked():
    """Classes whose instances have no method of their own for pickling, and yet are to be given to by_kind."""
    return (*loop_class(), *selector_class())


def make_table():
    """For the modules that are in use now: what is not imported has no objects."""
    table = {
        types.MappingProxyType: mapping_proxy,
        memoryview: memory_view,
        _FRAME_LOCALS: frame_locals,
        _thread.LockType: lock,
        _thread.RLock: recursive_lock,
        _thread._ThreadHandle: thread_handle,
        types.GetSetDescriptorType: descriptor,
        types.ClassMethodDescriptorType: descriptor,
        **dict.fromkeys(kinds_of_system_values(), system_values),
    }
    for name, add in _sources.items():
        module = sys.modules.get(name)
        if module is not None and not getattr(module.__spec__, '_initializing', False):
            table.update(add(module))
    return table


_sources = {
    '_weakref': lambda m: {
        m.ReferenceType: weak_reference,
        m.ProxyType: weak_reference,
        m.CallableProxyType: weak_reference,
    },
    # Tasklets have contexts also where no program has imported it.
    '_contextvars': lambda m: {
        m.ContextVar: context_variable,
        m.Context: context,
        m.Token: token,
        type(m.Token.MISSING): missing,
    },
    '_asyncio_types': lambda m: {
        m._FutureIter: future_iterator,
        m._TaskStepMethWrapper: task_callback,
        m._TaskWakeupMethWrapper: task_callback,
        m._TaskEagerMethWrapper: task_callback,
    },
    '_decimal_types': lambda m: {m.Decimal: lambda o: NotImplemented},
    '_datetime': lambda m: {type(m.date.min.isocalendar()): iso_calendar_date},
    '_functools': lambda m: {m._lru_cache_wrapper: cached_function},
    '_csv': lambda m: {m.Reader: csv_reader, m.Writer: csv_writer, m.Dialect: csv_dialect},
    '_io': lambda m: {
        m.BytesIO: stream_in_memory,
        m.StringIO: stream_in_memory,
        m.IncrementalNewlineDecoder: newline_decoder,
    },
    'random': lambda m: {m.Random: random_numbers},
    '_typing': lambda m: {
        m.TypeVar: type_variable,
        m.TypeVarTuple: type_variable,
        m.ParamSpec: type_variable,
        m.TypeAliasType: type_variable,
        type(m.NoDefault): lambda o: (getattr, (m, 'NoDefault')),
    },
    'posix': lambda m: {_DirectoryIterator: directory_entries, m.DirEntry: directory_entries},
    're': lambda m: {m.Pattern: pattern},
    'subprocess': lambda m: {m.Popen: process},
    '_json': lambda m: {m.make_scanner: json_scanner},
}
