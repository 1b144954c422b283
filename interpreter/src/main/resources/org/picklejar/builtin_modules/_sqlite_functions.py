"""Functions that SQLite calls, and the methods of a connection that are given them."""

import _sqlite_calls as _calls
from _sqlite_calls import DataError, OperationalError, ProgrammingError
from _sqlite_names import SQLITE_LIMIT_LENGTH
from _sqlite_values import _expanded

_tracebacks = False
# How often SQLite asks otherwise whether there is an interrupt.
_USUAL_INSTRUCTIONS = 20_000


# What is given to SQLite returns (True, result) or (False, text of the error, name of an exception that matters)


def enable_callback_tracebacks(enable, /):
    """Enable or disable callback functions throwing errors to stderr."""
    global _tracebacks
    _tracebacks = bool(enable)


def _report(exception, function):
    if _tracebacks:
        _calls.report(exception, function)


def _failed(exception, function, text):
    _report(exception, function)
    for kind in (MemoryError, OverflowError):
        if isinstance(exception, kind):
            return False, text, kind.__name__
    return False, text, ''


def _result(value):
    """A result as SQLite takes it."""
    if value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        if not -(1 << 63) <= value < 1 << 63:
            raise OverflowError('Python int too large to convert to SQLite INTEGER')
        return value
    if isinstance(value, str):
        value.encode()
        return value
    view = memoryview(value)
    if not view.c_contiguous:
        raise BufferError('memoryview: underlying buffer is not C-contiguous')
    return view.tobytes()


def _scalar(function):
    def call(*args):
        try:
            return True, _result(function(*args))
        except Exception as e:
            return _failed(e, function, 'user-defined function raised exception')

    return call


def _aggregate(cls):
    def make():
        failure = instance = None
        try:
            instance = cls()
        except Exception as e:
            failure = _failed(e, cls, "user-defined aggregate's '__init__' method raised error")

        def call(name, *args):
            gives = name in ('value', 'finalize')
            if failure is not None:
                return (True, None) if gives else failure
            what = f"user-defined aggregate's '{name}' method"
            try:
                method = getattr(instance, name)
            except AttributeError as e:
                return _failed(e, cls, f'{what} not defined')
            try:
                value = method(*args)
                return True, _result(value) if gives else None
            except Exception as e:
                return _failed(e, cls, f'{what} raised error')

        return call

    return make


def _order(function):
    def call(a, b):
        try:
            r = function(a, b)
            return (r > 0) - (r < 0)
        except Exception as e:
            _report(e, function)
            return 0

    return call


def _go_on(function):
    def call():
        try:
            return not function()
        except Exception as e:
            _report(e, function)
            return False

    return call


def _named(args, kwargs, names, complaint, owner):
    """The arguments of a method whose parameters will be positional only one day."""
    if len(args) + len(kwargs) != len(names) or any(k not in names[len(args) :] for k in kwargs):
        raise TypeError(f'{owner}() takes exactly {len(names)} arguments ({len(args) + len(kwargs)} given)')
    if kwargs:
        import warnings

        warnings.warn(complaint, DeprecationWarning, stacklevel=2)
    return args + tuple(kwargs[n] for n in names[len(args) :])


class _Functions:
    """What a connection calls of the program's."""

    __slots__ = ()

    def create_function(self, *args, deterministic=False, **kwargs):
        """Creates a new function."""
        name, count, function = _named(args, kwargs, ('name', 'narg', 'func'), _FUNCTION, 'create_function')
        if not self._define('function', name, count, (function, bool(deterministic))):
            raise OperationalError('Error creating function')

    def create_aggregate(self, *args, **kwargs):
        """Creates a new aggregate."""
        name, count, cls = _named(args, kwargs, ('name', 'n_arg', 'aggregate_class'), _AGGREGATE, 'create_aggregate')
        if not self._define('aggregate', name, count, (cls,)):
            raise OperationalError('Error creating aggregate')

    def create_window_function(self, name, num_params, aggregate_class, /):
        """Creates or redefines an aggregate window function. Non-standard.

        name
          The name of the SQL aggregate window function to be created or
          redefined.
        num_params
          The number of arguments the step and inverse methods takes.
        aggregate_class
          A class with step(), finalize(), value(), and inverse() methods.
          Set to None to clear the window function."""
        if not self._define('aggregate', name, num_params, (aggregate_class,)):
            raise ProgrammingError('Error creating window function')

    def _define(self, kind, name, count, what):
        """
        Makes a function known, or forgets it.

        what: the function, or None, and what else it takes. Returns whether SQLite has taken it.
        """
        database = self._check()
        if not isinstance(name, str):
            raise TypeError(f'create_{kind}() argument 1 must be str, not {type(name).__name__}')
        name = str(name)
        callee = what[0]
        if kind == 'collation':
            _calls.create_collation(database, name, None if callee is None else _order(callee))
            done = True
        elif callee is None and count == -1:
            done = _calls.remove_function(database, name) == 0
        elif callee is None:
            # The driver removes what takes any number of arguments; else a function that there is not takes its place.
            done = _calls.create_function(database, name, count, False, _missing(name))
        elif kind == 'function':
            done = _calls.create_function(database, name, count, what[1], _scalar(callee))
        else:
            done = _calls.create_aggregate(database, name, count, _aggregate(callee))
        if done and callee is None:
            self._defined.pop((kind, name, count), None)
        elif done:
            self._defined[kind, name, count] = what
        return done

    def create_collation(self, name, callback, /):
        """Creates a collation function."""
        if callback is not None and not callable(callback):
            self._check()
            raise TypeError('parameter must be callable')
        self._define('collation', name, 0, (callback,))

    def set_progress_handler(self, *args, **kwargs):
        """Set progress handler callback.

          progress_handler
            A callable that takes no arguments.
            If the callable returns non-zero, the current query is terminated,
            and an exception is raised.
          n
            The number of SQLite virtual machine instructions that are
            executed between invocations of 'progress_handler'.

        If 'progress_handler' is None or 'n' is zero, no handler is called."""
        if 'progress_handler' in kwargs:
            handler, n = _named(args, kwargs, ('progress_handler', 'n'), _PROGRESS, 'set_progress_handler')
        else:
            handler, n = _progress_arguments(*args, **kwargs)
        self._check()
        self._set_progress(None if n < 1 else handler, n)

    def _set_progress(self, handler, n):
        self._progress = handler, n
        if handler is None:
            _calls.set_progress_handler(self._database, None, _USUAL_INSTRUCTIONS)
        else:
            _calls.set_progress_handler(self._database, _go_on(handler), n)

    def set_trace_callback(self, *args, **kwargs):
        """Set a trace callback called for each SQL statement (passed as unicode)."""
        (callback,) = _named(args, kwargs, ('trace_callback',), _TRACE, 'set_trace_callback')
        self._check()
        self._trace = callback

    def _tell(self, sql, values):
        trace = self._trace
        try:
            text = _expanded(sql, values)
            if text is not sql and len(text) > _calls.limit(self._database, SQLITE_LIMIT_LENGTH, -1):
                text = sql
                _report(DataError('Expanded SQL string exceeds the maximum string length'), trace)
            trace(text)
        except Exception as e:
            _report(e, trace)

    def set_authorizer(self, *args, **kwargs):
        """Set authorizer callback."""
        (callback,) = _named(args, kwargs, ('authorizer_callback',), _AUTHORIZER, 'set_authorizer')
        self._check()
        if callback is not None:
            raise NotImplementedError('set_authorizer: the driver of SQLite for Java has nothing for it')


def _missing(name):
    def call(*args):
        return False, f'no such function: {name}', ''

    return call


def _progress_arguments(progress_handler, /, n):
    return progress_handler, n


def _complaint(method, parameters, plural):
    many = 's' if plural else ''
    return (
        f'Passing keyword argument{many} {parameters} to _sqlite3.Connection.{method}() is deprecated. '
        f'Parameter{many} {parameters} will become positional-only in Python 3.15.'
    )


_FUNCTION = _complaint('create_function', "'name', 'narg' and 'func'", True)
_AGGREGATE = _complaint('create_aggregate', "'name', 'n_arg' and 'aggregate_class'", True)
_PROGRESS = _complaint('set_progress_handler', "'progress_handler'", False)
_TRACE = _complaint('set_trace_callback', "'trace_callback'", False)
_AUTHORIZER = _complaint('set_authorizer', "'authorizer_callback'", False)
