# The part of the core that is written in Python. Its public names are what LOAD_HELPER and Java code find
# as helpers of the machine; it runs once when a runtime is made, so it imports nothing.

import sys


# ---- module specs


class ModuleSpec:
    """What is known of a module before and after it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value


class Loader:
    """The loader of modules that come with the program or lie on the path."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def is_package(self, fullname):
        return self.path is not None and self.path.endswith('/__init__.py')

    def get_filename(self, fullname=None):
        return self.path

    def get_source(self, fullname=None):
        source = library_source(self.path)
        if source is None and self.path is not None:
            with open(self.path, encoding='utf-8') as f:
                source = f.read()
        return source

    def get_code(self, fullname=None):
        source = self.get_source(fullname)
        return None if source is None else compile(source, self.path, 'exec')

    def get_data(self, path):
        source = library_source(path)
        if source is None:
            with open(path, 'rb') as f:
                return f.read()
        return source.encode()

    def get_resource_reader(self, name):
        from importlib.readers import FileReader, NamespaceReader

        if self.path is None:
            return NamespaceReader(sys.modules[name].__path__)
        return FileReader(self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is not None:
            exec(code, module.__dict__)

    def __repr__(self):
        return f'<picklejar loader of {self.name!r}>'


def make_spec(name, origin, path):
    spec = ModuleSpec(name, Loader(name, origin if origin != 'built-in' else None), origin=origin)
    if path is not None:
        spec.submodule_search_locations = path
    spec._set_fileattr = origin is not None and origin != 'built-in'
    return spec


def spec_from_parts(name, parts):
    return None if parts is None else make_spec(name, *parts)


class LibraryFinder:
    """Stands on sys.meta_path for the finding of modules that come with the program."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return spec_from_parts(fullname, find_in_library(fullname))


class PathFinder:
    """Stands on sys.meta_path for the finding of modules on the path."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return spec_from_parts(fullname, find_on_path(fullname, path)) or find_by_hooks(fullname, path)

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder

        return MetadataPathFinder.find_distributions(*args, **kwargs)

    @staticmethod
    def invalidate_caches():
        sys.path_importer_cache.clear()


sys.meta_path[:] = LibraryFinder, PathFinder


def find_by_hooks(name, path):
    import importlib

    return importlib._bootstrap_external.PathFinder.find_spec(name, path)


def find_spec(name, path):
    for finder in list(sys.meta_path):
        find = getattr(finder, 'find_spec', None)
        spec = None if find is None else find(name, path, None)
        if spec is not None:
            return spec
    return None


def import_by_finders(name, path):
    for finder in list(sys.meta_path):
        if finder is LibraryFinder:
            if load_from_library(name) is not False:
                return
        elif finder is PathFinder and load_from_path(name) is not False:
            return
        else:
            find = find_by_hooks if finder is PathFinder else getattr(finder, 'find_spec', None)
            spec = None if find is None else find(name, path)
            if spec is not None:
                load_spec(name, spec)
                return
    module_not_found(name)


def load_spec(name, spec):
    loader = spec.loader
    if loader is not None and not hasattr(loader, 'exec_module'):
        loader.load_module(name)
        return
    module = loader.create_module(spec) if hasattr(loader, 'create_module') else None
    if module is None:
        module = type(sys)(name)
    module.__spec__ = spec
    module.__loader__ = loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    sys.modules[name] = module
    spec._initializing = True
    try:
        if loader is not None:
            loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    finally:
        spec._initializing = False


# ---- struct sequences of sys


def struct_sequence(name, fields, **extra):
    def __repr__(self):
        return f'{name}({", ".join(f"{f}={v!r}" for f, v in zip(fields, self))})'

    def __reduce__(self):
        return tuple, (tuple(self),)

    namespace = {
        '__repr__': __repr__,
        '__reduce__': __reduce__,
        '__slots__': (),
        '__module__': name.rpartition('.')[0],
        'n_fields': len(fields),
        'n_sequence_fields': len(fields),
        'n_unnamed_fields': 0,
        '__match_args__': tuple(fields),
    }
    for index, field in enumerate(fields):
        namespace[field] = property(lambda self, i=index: self[i])
    namespace.update(extra)
    return type(name.rpartition('.')[2], (tuple,), namespace)


def fill_sys():
    s = sys
    version = struct_sequence('sys.version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'))
    s.version_info = version((3, 13, 5, 'final', 0))
    flags = (
        'debug',
        'inspect',
        'interactive',
        'optimize',
        'dont_write_bytecode',
        'no_user_site',
        'no_site',
        'ignore_environment',
        'verbose',
        'bytes_warning',
        'quiet',
        'hash_randomization',
        'isolated',
        'dev_mode',
        'utf8_mode',
        'warn_default_encoding',
        'safe_path',
        'int_max_str_digits',
    )
    s.flags = struct_sequence('sys.flags', flags, gil=1)(
        (0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, False, 1, 0, False, 4300)
    )
    s.float_info = struct_sequence(
        'sys.float_info',
        (
            'max',
            'max_exp',
            'max_10_exp',
            'min',
            'min_exp',
            'min_10_exp',
            'dig',
            'mant_dig',
            'epsilon',
            'radix',
            'rounds',
        ),
    )((1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
    s.int_info = struct_sequence(
        'sys.int_info', ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold')
    )((30, 4, 4300, 640))
    s.hash_info = struct_sequence(
        'sys.hash_info', ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff')
    )((64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0))
    s.thread_info = struct_sequence('sys.thread_info', ('name', 'lock', 'version'))(('pthread', 'semaphore', 'Java'))

    s.stdlib_module_names = frozenset(
        """
        __future__ _abc _aix_support _android_support _apple_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn
        _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle
        _compression _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
        _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _interpchannels _interpqueues _interpreters _io
        _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode _opcode_metadata
        _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong
        _pyrepl _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics
        _string _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize _tracemalloc
        _typing _uuid _warnings _weakref _weakrefset _winapi _wmi _zoneinfo abc antigravity argparse array ast asyncio atexit
        base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys compileall
        concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib
        dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools
        gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib
        inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap
        modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle
        pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
        pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors
        shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat
        statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap
        this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
        unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile
        zipimport zlib zoneinfo
        """.split()
    )

    class SimpleNamespace:
        def __init__(self, **kwargs):
            self.__dict__.update(kwargs)

        def __repr__(self):
            return f'namespace({", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())})'

        def __eq__(self, other):
            if isinstance(other, SimpleNamespace):
                return self.__dict__ == other.__dict__
            return NotImplemented

        def __replace__(self, /, **kwargs):
            return type(self)(**{**self.__dict__, **kwargs})

    SimpleNamespace.__module__ = 'types'
    SimpleNamespace.__qualname__ = 'SimpleNamespace'
    s.implementation = SimpleNamespace(
        name='picklejar', cache_tag=None, version=s.version_info, hexversion=s.hexversion, _multiarch='x86_64-linux-gnu'
    )
    hooks = struct_sequence('sys.asyncgen_hooks', ('firstiter', 'finalizer'))

    def set_asyncgen_hooks(firstiter=_get_asyncgen_hooks, finalizer=_get_asyncgen_hooks):
        old = s._get_asyncgen_hooks()
        s._set_asyncgen_hooks(
            old[0] if firstiter is _get_asyncgen_hooks else firstiter,
            old[1] if finalizer is _get_asyncgen_hooks else finalizer,
        )

    def get_asyncgen_hooks():
        return hooks(s._get_asyncgen_hooks())

    def displayhook(value):
        if value is None:
            return
        import builtins

        builtins._ = None
        s.stdout.write(repr(value) + '\n')
        builtins._ = value

    def breakpointhook(*args, **kwargs):
        import os

        hook = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
        if hook == '0':
            return None
        module, _, name = hook.rpartition('.')
        try:
            found = getattr(__import__(module or 'builtins', fromlist=[name]), name)
        except (ImportError, AttributeError, ValueError):
            import warnings

            warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{hook}"', RuntimeWarning, 3)
            return None
        return found(*args, **kwargs)

    def unraisablehook(unraisable, /):
        s.stderr.write(f'{unraisable.err_msg or "Exception ignored in"}: {unraisable.object!r}\n')
        s.excepthook(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback)

    s.set_asyncgen_hooks = set_asyncgen_hooks
    s.get_asyncgen_hooks = get_asyncgen_hooks
    s.displayhook = s.__displayhook__ = displayhook
    s.__excepthook__ = s.excepthook
    s.breakpointhook = s.__breakpointhook__ = breakpointhook
    s.unraisablehook = s.__unraisablehook__ = unraisablehook


_get_asyncgen_hooks = object()


# ---- input


def input_function(prompt='', /):
    out = sys.stdout
    source = sys.stdin
    if source is sys.__stdin__ and out is sys.__stdout__:
        line = read_line(str(prompt), False)
    else:
        out.write(str(prompt))
        out.flush()
        line = source.readline()
        line = line[:-1] if line.endswith('\n') else line or None
    if line is None:
        raise EOFError('EOF when reading a line')
    return line


# ---- generic aliases and unions


def type_parameters(args):
    found = []
    for a in args:
        if isinstance(a, type):
            continue
        if isinstance(a, (list, tuple)) and not hasattr(a, '__typing_subst__'):
            more = type_parameters(a)
        elif hasattr(type(a), '__typing_subst__'):
            more = (a,)
        else:
            more = getattr(a, '__parameters__', ())
        for p in more:
            if p not in found:
                found.append(p)
    return tuple(found)


def alias_argument_repr(a):
    if a is ...:
        return '...'
    if isinstance(a, list):
        return '[' + ', '.join(alias_argument_repr(x) for x in a) + ']'
    if isinstance(a, type) and not isinstance(a, GenericAlias):
        return a.__qualname__ if a.__module__ == 'builtins' else f'{a.__module__}.{a.__qualname__}'
    return repr(a)


def unpacked_arguments(args):
    out = []
    for a in args:
        inner = None if type(a) is type else getattr(a, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            out.extend(inner)
        else:
            out.append(a)
    return tuple(out)


def substituted(args, values):
    """The arguments of an alias with its type parameters replaced."""
    out = []
    for a in args:
        if isinstance(a, type):
            out.append(a)
            continue
        if isinstance(a, (tuple, list)):
            out.append(type(a)(substituted(a, values)))
            continue
        spread = getattr(a, '__typing_is_unpacked_typevartuple__', False)
        if hasattr(type(a), '__typing_subst__'):
            a = a.__typing_subst__(values[a])
        else:
            parameters = getattr(a, '__parameters__', ())
            if parameters:
                inner = []
                for p in parameters:
                    v = values[p]
                    if isinstance(v, tuple) and hasattr(type(p), '__iter__'):
                        inner.extend(v)
                    else:
                        inner.append(v)
                a = a[tuple(inner)]
        if spread:
            out.extend(a)
        else:
            out.append(a)
    return tuple(out)


class GenericAlias:
    """list[int] and the like (types.GenericAlias)."""

    __slots__ = ('__origin__', '__args__', '__parameters__', '__unpacked__', '__weakref__')
    _own = frozenset(
        (
            '__origin__',
            '__args__',
            '__parameters__',
            '__unpacked__',
            '__typing_unpacked_tuple_args__',
            '__class__',
            '__mro_entries__',
            '__reduce__',
            '__reduce_ex__',
            '__copy__',
            '__deepcopy__',
            '__dir__',
            '__getitem__',
            '__call__',
            '__eq__',
            '__hash__',
            '__or__',
            '__ror__',
            '__repr__',
            '__iter__',
            '__instancecheck__',
            '__subclasscheck__',
        )
    )

    def __new__(cls, origin, args):
        self = object.__new__(cls)
        if not isinstance(args, tuple):
            args = (args,)
        object.__setattr__(self, '__origin__', origin)
        object.__setattr__(self, '__args__', args)
        object.__setattr__(self, '__unpacked__', False)
        object.__setattr__(self, '__parameters__', type_parameters(args))
        return self

    def __getattribute__(self, name):
        if name in GenericAlias._own or name in ('_own', '__slots__'):
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, '__origin__'), name)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getitem__(self, params):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        items = unpacked_arguments(params if isinstance(params, tuple) else (params,))
        for p in self.__parameters__:
            prepare = getattr(type(p), '__typing_prepare_subst__', None)
            if prepare is not None:
                items = prepare(p, self, items)
        if len(items) != len(self.__parameters__):
            many = 'many' if len(items) > len(self.__parameters__) else 'few'
            raise TypeError(
                f'Too {many} arguments for {self!r}; actual {len(items)}, expected {len(self.__parameters__)}'
            )
        return GenericAlias(self.__origin__, substituted(self.__args__, dict(zip(self.__parameters__, items))))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (
            self.__origin__ == other.__origin__
            and self.__args__ == other.__args__
            and self.__unpacked__ == other.__unpacked__
        )

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __repr__(self):
        args = ', '.join(alias_argument_repr(a) for a in self.__args__) if self.__args__ else '()'
        return f'{"*" if self.__unpacked__ else ""}{alias_argument_repr(self.__origin__)}[{args}]'

    def __iter__(self):
        other = GenericAlias(self.__origin__, self.__args__)
        object.__setattr__(other, '__unpacked__', True)
        yield other

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self.__unpacked__ and self.__origin__ is tuple else None

    def __reduce__(self):
        if self.__unpacked__:
            return next, (iter(GenericAlias(self.__origin__, self.__args__)),)
        return GenericAlias, (self.__origin__, self.__args__)

    def __dir__(self):
        return sorted(set(dir(self.__origin__)) | GenericAlias._own)


GenericAlias.__module__ = 'types'
generic_alias = GenericAlias


class UnionType:
    """int | str (types.UnionType)."""

    __slots__ = ('__args__', '__parameters__', '__weakref__')

    def __new__(cls, *args):
        if cls is UnionType and not args:
            raise TypeError("cannot create 'types.UnionType' instances")
        self = object.__new__(cls)
        self.__args__ = args
        self.__parameters__ = type_parameters(args)
        return self

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return ' | '.join('None' if a is type(None) else alias_argument_repr(a) for a in self.__args__)

    def __instancecheck__(self, instance):
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
        return any(isinstance(instance, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        if not isinstance(cls, type):
            raise TypeError('issubclass() arg 1 must be a class')
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
        return any(issubclass(cls, a) for a in self.__args__)

    def __getitem__(self, params):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        if not isinstance(params, tuple):
            params = (params,)
        values = dict(zip(self.__parameters__, params))
        made = None
        for a in self.__args__:
            if a in values:
                a = values[a]
            elif getattr(a, '__parameters__', ()) and not isinstance(a, type):
                a = a[tuple(values[p] for p in a.__parameters__)]
            made = a if made is None else made | a
        return made

    def __reduce__(self):
        import functools
        import operator

        return functools.reduce, (operator.or_, self.__args__)


UnionType.__module__ = 'types'


def is_unionable(o):
    return (
        o is None
        or isinstance(o, (type, GenericAlias, UnionType))
        or type(o).__module__ == 'typing'
        or type(o).__name__ in ('TypeVar', 'ParamSpec', 'TypeAliasType')
    )


def union(a, b):
    if not is_unionable(a) or not is_unionable(b):
        return NotImplemented
    if (
        type(a).__module__ == 'typing'
        and not isinstance(a, type)
        or type(b).__module__ == 'typing'
        and not isinstance(b, type)
    ):
        import typing

        return typing.Union[a, b]
    args = []
    for side in (a, b):
        for o in side.__args__ if isinstance(side, UnionType) else (side,):
            o = type(None) if o is None else o
            if o not in args:
                args.append(o)
    return args[0] if len(args) == 1 else UnionType(*args)


# ---- type parameters (PEP 695)


def typevar(name, bound, default):
    import _typing

    return _typing._make_typevar(name, bound, default)


def paramspec(name, bound, default):
    import _typing

    return _typing._make_paramspec(name, default)


def typevartuple(name, bound, default):
    import _typing

    return _typing._make_typevartuple(name, default)


def typealias(name, params, value):
    import _typing

    return _typing._make_typealias(name, params, value)


def generic_base(params):
    import typing

    return typing.Generic[tuple(p if type(p).__name__ != 'TypeVarTuple' else typing.Unpack[p] for p in params)]


# ---- patterns

_missing = object()


def match_keys(subject, keys):
    seen = set()
    values = []
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, _missing)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)


def match_rest(subject, keys):
    rest = dict(subject)
    for key in keys:
        del rest[key]
    return rest


_self_matching = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        if not hasattr(cls, '__instancecheck__') and not hasattr(cls, '__origin__'):
            raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        match_args = getattr(cls, '__match_args__', _missing)
        if match_args is _missing:
            if not issubclass(cls, _self_matching):
                match_args = ()
        if match_args is _missing:
            if count > 1:
                raise TypeError(f'{cls.__name__}() accepts 1 positional sub-pattern ({count} given)')
            values.append(subject)
        else:
            if not isinstance(match_args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(match_args).__name__})')
            if len(match_args) < count:
                s = '' if len(match_args) == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {len(match_args)} positional sub-pattern{s} ({count} given)')
            for name in match_args[:count]:
                if not isinstance(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                if name in seen:
                    raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
                seen.append(name)
                value = getattr(subject, name, _missing)
                if value is _missing:
                    return None
                values.append(value)
    for name in names:
        if name in seen:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        seen.append(name)
        value = getattr(subject, name, _missing)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)


# ---- exception groups


def group_matches(matcher, e):
    if isinstance(matcher, type) or isinstance(matcher, tuple):
        return isinstance(e, matcher)
    return matcher(e)


def check_matcher(matcher):
    ok = (
        isinstance(matcher, type)
        and issubclass(matcher, BaseException)
        or isinstance(matcher, tuple)
        and all(isinstance(t, type) and issubclass(t, BaseException) for t in matcher)
        or callable(matcher)
        and not isinstance(matcher, type)
    )
    if not ok:
        raise TypeError('expected a function, exception type or tuple of exception types')


def derive_like(group, parts):
    if not parts:
        return None
    made = group.derive(parts)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if notes is not None:
        made.__notes__ = list(notes)
    return made


def split_by(group, matcher):
    if group_matches(matcher, group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    taken = []
    left = []
    for e in group.exceptions:
        a, b = split_by(e, matcher)
        if a is not None:
            taken.append(a)
        if b is not None:
            left.append(b)
    return derive_like(group, taken), derive_like(group, left)


def group_split(group, matcher):
    check_matcher(matcher)
    return split_by(group, matcher)


def group_subgroup(group, matcher):
    check_matcher(matcher)
    return split_by(group, matcher)[0]


def split_group(e, classes):
    """except*: the part of e that the classes catch, and the rest."""
    for c in classes if isinstance(classes, tuple) else (classes,):
        if not isinstance(c, type) or not issubclass(c, BaseException):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(c, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if e is None:
        return None, None
    if not isinstance(e, BaseExceptionGroup):
        if isinstance(e, classes):
            return BaseExceptionGroup('', (e,)), None
        return None, e
    return split_by(e, classes)


def join_group(original, raised):
    """except*: what is to be raised at the end, or None. The last of raised is what nobody caught."""
    rest = raised.pop()
    if not raised:
        return rest
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    again = [e for e in raised if is_part(e, original)]
    new = [e for e in raised if not is_part(e, original)]
    if rest is not None:
        again.append(rest)
    leaves = set()
    for e in again:
        collect_leaves(e, leaves)
    left = split_by(original, lambda e: id(e) in leaves)[0]
    if not new:
        return left
    if left is not None:
        new.append(left)
    elif len(new) == 1:
        return new[0]
    return BaseExceptionGroup('', new)


def is_part(e, original):
    """Whether a clause raised its part of the group again."""
    return (
        isinstance(e, BaseExceptionGroup)
        and e.__traceback__ is original.__traceback__
        and e.__cause__ is original.__cause__
        and e.__context__ is original.__context__
    )


def collect_leaves(e, leaves):
    if isinstance(e, BaseExceptionGroup):
        for part in e.exceptions:
            collect_leaves(part, leaves)
    else:
        leaves.add(id(e))


def make_exception_group():
    import builtins

    class ExceptionGroup(BaseExceptionGroup, Exception):
        __slots__ = ()

    ExceptionGroup.__module__ = 'builtins'
    ExceptionGroup.__qualname__ = 'ExceptionGroup'
    builtins.ExceptionGroup = ExceptionGroup


# ---- pickling of plain objects


def reduce_new(self, protocol):
    import copyreg

    return copyreg_reduce_2(self, copyreg)


def copyreg_reduce_2(self, copyreg):
    cls = type(self)
    getnewargs_ex = getattr(cls, '__getnewargs_ex__', None)
    args = ()
    kwargs = {}
    if getnewargs_ex is not None:
        new = getnewargs_ex(self)
        if not isinstance(new, tuple):
            raise TypeError(f'__getnewargs_ex__ should return a tuple, not {type(new).__name__!r}')
        args, kwargs = new
    else:
        getnewargs = getattr(cls, '__getnewargs__', None)
        if getnewargs is not None:
            args = getnewargs(self)
            if not isinstance(args, tuple):
                raise TypeError(f'__getnewargs__ should return a tuple, not {type(args).__name__!r}')
        elif (
            cls.__new__ is not object.__new__ and type(self).__flags__ & 256 and not isinstance(self, (list, dict, set))
        ):
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = self.__getstate__()
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    if kwargs:
        return copyreg.__newobj_ex__, (cls, args, kwargs), state, items, pairs
    return copyreg.__newobj__, (cls,) + args, state, items, pairs


def reduce_old(self, protocol):
    import copyreg

    return copyreg._reduce_ex(self, protocol)


def reduce_method(method):
    return getattr, (method.__self__, method.__func__.__name__)


# ---- JSON where Java leaves it to Python


def json_scan(context, string, index):
    from json.scanner import py_make_scanner

    return py_make_scanner(context)(string, index)


def json_error(message, document, position):
    from json.decoder import JSONDecodeError

    raise JSONDecodeError(message, document, position)


def json_scanstring(string, end, strict):
    from json.decoder import py_scanstring

    return py_scanstring(string, end, strict)


def json_iterencode(settings, o, level=0):
    from json.encoder import _make_iterencode

    markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan = settings

    def float_text(value):
        if value - value == 0:
            return float.__repr__(value)
        if not allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'

    encode = _make_iterencode(
        markers, default, encoder, indent, float_text, key_separator, item_separator, sort_keys, skipkeys, True
    )
    return tuple(encode(o, level))


# ---- running


def not_implemented_truth():
    import warnings

    warnings.warn('NotImplemented should not be used in a boolean context', DeprecationWarning, 2)
    return True


def invert_bool(value):
    import warnings

    warnings.warn(
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
        'inversion of the underlying int object and is usually not what you expect from the negation of a bool object. '
        "Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying int.",
        DeprecationWarning,
        2,
    )
    return ~int(value)


def sorted_keys(namespace):
    return sorted(namespace.keys())


def syntax_warning(message, filename, lineno):
    import warnings

    warnings.warn_explicit(message, SyntaxWarning, filename, lineno)


def run_top_level(coroutine, loops=[]):
    """Runs a cell that awaits at its top level, in an event loop of asyncio that lives on between cells."""
    import asyncio

    if not loops or loops[0].is_closed():
        loops[:] = [asyncio.new_event_loop()]
    loop = loops[0]
    asyncio.set_event_loop(loop)
    code = coroutine.cr_code
    task = loop.create_task(coroutine)
    try:
        loop.run_until_complete(task)
    except BaseException as e:
        if not task.done():
            task.cancel()
            loop.run_until_complete(asyncio.wait([task]))
        # The user's frames only, not the loop's.
        traceback = e.__traceback__
        while traceback is not None and traceback.tb_frame.f_code is not code:
            traceback = traceback.tb_next
        raise e.with_traceback(traceback or e.__traceback__)


async def anext_default(iterator, default):
    try:
        return await type(iterator).__anext__(iterator)
    except StopAsyncIteration:
        return default


def tasklet_context_run(tasklet, function, /, *args, **kwargs):
    return function(*args, **kwargs)


def finish_builtins():
    import builtins

    builtins.input = input_function
    input_function.__name__ = input_function.__qualname__ = 'input'
    input_function.__module__ = 'builtins'
    input_function.__doc__ = 'Read a line of text from standard input, without its line end.'

    def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
        """Open a file and return a stream: text for reading unless mode says otherwise."""
        import _io

        builtins.open = _io.open
        return _io.open(file, mode, buffering, encoding, errors, newline, closefd, opener)

    open.__qualname__ = 'open'
    open.__module__ = '_io'

    def breakpoint(*args, **kws):
        return sys.breakpointhook(*args, **kws)

    class Quitter:
        def __init__(self, name):
            self.name = name

        def __repr__(self):
            return f'Use {self.name}() or Ctrl-D (i.e. EOF) to exit'

        def __call__(self, code=None):
            raise SystemExit(code)

    def help(*args, **kwargs):
        import pydoc

        return pydoc.help(*args, **kwargs)

    builtins.open = open
    builtins.breakpoint = breakpoint
    builtins.help = help
    builtins.exit = Quitter('exit')
    builtins.quit = Quitter('quit')


fill_sys()
make_exception_group()
finish_builtins()
