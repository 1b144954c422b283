"""Pickling for a fresh process: functions and classes of ``__main__`` go by value.

Other things that can be imported go by reference. A class is made empty first and filled when all that its methods refer to is there, so that
cycles work and identity is kept.
"""

import importlib
import io
import pickle
import sys
import types
from _abc import _abc_init, _get_dump

import _picklejar_places as places
import _picklejar_reductions as reductions
from _picklejar_places import FIELDS, MADE_BY_PROGRAM, flags_of, is_at_its_name, mro_of, namespace_of
from _picklejar_modules import imported_by, is_kind_of_library
from _stackless import _global_names, _is_library_file, _register_virtual, _virtual_bases
from stackless._wrap import adopt_attributes, fill_class, make_class, prepare, take_apart, try_each

_CODE = types.CodeType
_ABSTRACT = 1 << 20
#: Sequence and mapping, for the patterns of `match`.
_PATTERNS = 1 << 5 | 1 << 6
#: Functions by which code can use globals that it does not name.
_OF_ANY_NAME = {'eval', 'exec', 'globals'}


def _main():
    return sys.modules['__main__']


def _make_class(metaclass, name, qualname, bases, slots, has_abc):
    """An empty class. What its metaclass and its bases did to it is in its attributes and theirs: they are not asked again."""
    made = make_class(metaclass, name, qualname, bases, slots)
    if has_abc:
        _abc_init(made)
    return made


def _fill_class(cls, state):
    *parts, registered, bases = state
    fill_class(cls, *parts)
    for other in registered:
        _register_virtual(cls, other)
    for base in bases:
        _register_virtual(base, cls)
    return cls


def _is_by_hand(name):
    """Whether a module of sys.modules was made by the program, and cannot be imported."""
    if name not in sys.modules or name == '__main__' or name in sys.builtin_module_names:
        return False
    return vars(sys.modules[name]).get('__spec__') is None


def _make_module(kind):
    return types.ModuleType.__new__(kind)


def _fill_module(m, content):
    """A module of sys.modules that cannot be imported: it is half made, or was made by hand."""
    vars(m).update(content)
    add_module(m.__name__, m)


#: Told of (name, module) when a module that is to be in sys.modules was made; set by who loads a state.
add_module = sys.modules.setdefault


def _submodules(package, name):
    """Names of the modules of a package that it has as attributes, and of theirs: who has the package may use them."""
    if '__path__' in vars(package):
        for n, v in list(vars(package).items()):
            if isinstance(v, types.ModuleType) and sys.modules.get(inner := f'{name}.{n}') is v:
                yield inner
                yield from _submodules(v, inner)


def _packages(name):
    """Names of the packages around a module."""
    while name := name.rpartition('.')[0]:
        yield name


def _construct(base, kind, *args):
    """An instance of a program's class, as the builtin type that it derives from makes it."""
    made = base.__new__(kind, *args)
    if base.__init__ is not object.__init__:
        base.__init__(made, *args)
    return made


def _make_function(code, home):
    """A function without closure and attributes. home: its globals, or the name of the module whose they are."""
    namespace = vars(home if isinstance(home, types.ModuleType) else importlib.import_module(home))
    return types.FunctionType(code, namespace, code.co_name, None, tuple(types.CellType() for _ in code.co_freevars))


def _fill_function(function, state):
    name, qualname, defaults, kwdefaults, cells, attributes, annotations, doc, module, params = state
    function.__name__ = name
    function.__qualname__ = qualname
    function.__defaults__ = defaults
    function.__kwdefaults__ = kwdefaults
    if cells:
        made = types.FunctionType(function.__code__, function.__globals__, name, defaults, cells)
        _adopt_closure(function, made)
    function.__dict__.update(attributes)
    if annotations:
        function.__annotations__ = annotations
    function.__doc__ = doc
    function.__module__ = module
    function.__type_params__ = params
    return function


def _adopt_closure(function, made):
    from _stackless import _set_closure

    _set_closure(function, made.__closure__)


class StatePickler(pickle.Pickler):
    """
    Takes objects by what they consist of, functions and classes of ``__main__`` by value, and notes which names their code uses, and where (``any_name``: perhaps all).

    unfinished: modules whose code is still running; they go by value.
    needs: called with a list of (module, name) of what was written since it was last called and says that it is found there, it gives a list of what code that was written
    since then may need; written before code of the program makes an object.
    Its ``begin()`` gives what ``undo(before, item, error)`` gets when an item that the state can do without is taken back.
    loops: the event loops of asyncio that run in tasklets that are saved.

    ``dump()`` returns the pickle.
    """

    def __init__(self, unfinished, needs, loops=()):
        super().__init__(io.BytesIO(), 5)
        self.names = {}
        self.any_name = False
        self.modules = set()
        #: Names of modules of the program that its code imports.
        self.imported = set()
        self.files = set()
        self._seen_code = set()
        self._by_value = {}
        self._unfinished = {m.__name__: m for m in unfinished}
        self._table = reductions.make_table()
        self._loops = list(loops)
        # Code of modules names what is in them, not what is in __main__.
        self._files = {getattr(m, '__file__', None) for n, m in list(sys.modules.items()) if n != '__main__'}
        found = places.places(unfinished)
        #: What goes along of what modules hold, and how it is called, by module.
        self.shared = {}
        for value, (_, args, *content) in found:
            if content:
                self.shared.setdefault(args[0], []).append((places.label(*args[:3]), value))
        prepare(
            self,
            needs,
            needs.begin,
            needs.undo,
            found,
            ['__main__', *self._unfinished],
            reductions.asked(),
            reductions.silent(),
        )

    def try_each(self, objects):
        """Pickles those of some objects that can be, together with what their code needs. Of the others ``undo`` is told. The pickle is of no use."""
        try_each(self, objects)

    def noted(self):
        """What was noted of the code that was written; see go_back."""
        return (
            dict(self.names),
            self.any_name,
            *map(set, (self.modules, self.imported, self.files, self._seen_code)),
            len(self._loops),
        )

    def go_back(self, noted):
        """Forgets what was noted since then."""
        self.names, self.any_name, self.modules, self.imported, self.files, self._seen_code, loops = noted
        del self._loops[loops:]

    def _note(self, code):
        if code in self._seen_code:
            return
        self._seen_code.add(code)
        self.files.add(code.co_filename)
        names = _global_names(code)
        for name in names:
            self.names.setdefault(name, code.co_qualname)
        self.imported.update(module.__name__ for module in imported_by(code))
        self.any_name |= not _OF_ANY_NAME.isdisjoint(names) or '__main__' in self.imported
        for constant in code.co_consts:
            if isinstance(constant, _CODE):
                self._note(constant)

    def note_name(self, name):
        """What is found by a name in ``__main__``, as pickles of the program find it, will be so in the new process."""
        self.names.setdefault(name.partition('.')[0], name)

    def _note_own_name(self, o, name):
        if places.at('__main__', name) is o:
            self.note_name(name)

    def reducer_override(self, o):
        kind = type(o)
        if kind is _CODE:
            if not _is_library_file(o.co_filename) and o.co_filename not in self._files:
                self._note(o)
            return NotImplemented
        if kind is types.FunctionType:
            if getattr(o, '__globals__', None) is None:
                return NotImplemented  # an unpickler has just made it, and fills it next
            home = o.__globals__.get('__name__')
            if o.__globals__ is _main().__dict__:
                self._note(o.__code__)
            elif self._is_unfinished(home, o.__globals__):
                return self._function(o, self._unfinished[home])
            elif home not in sys.modules or vars(sys.modules[home]) is not o.__globals__:
                return NotImplemented
            elif _is_by_hand(home):
                return self._function(o, sys.modules[home])
            else:
                self.modules.add(home)
                if o.__module__ != '__main__' and is_at_its_name(o, o.__module__):
                    return NotImplemented
            return self._function(o, home)
        if issubclass(kind, type):
            if self._goes_by_value(o):
                return self._class(o)
            module = namespace_of(o).get('__module__', 'builtins')
            if flags_of(o) & MADE_BY_PROGRAM and not self._has_its_name(o, module):
                return places.by_name(o, self._unfinished)
            self.modules.add(module)
            return NotImplemented
        special = self._table.get(kind)
        if special is not None:
            name = getattr(o, '__qualname__', None) or getattr(o, '__name__', None)
            if type(name) is str:
                self._note_own_name(o, name)
            return special(o)
        if getattr(kind, '__reduce__', None) is None:
            return places.by_name(o) or NotImplemented
        if (
            kind is types.MethodType
            and type(o.__func__) is types.FunctionType
            and o.__func__.__globals__ is _main().__dict__
        ):
            return kind, (o.__func__, o.__self__)
        if issubclass(kind, types.ModuleType):
            return self._module(o, kind)
        if self._is_known_inside(kind):
            return take_apart(o)
        return reductions.by_kind(o, kind, self._loops) or self._inherited(o, kind) or NotImplemented

    def is_unfinished(self, module):
        return module in self._unfinished.values()

    def _is_unfinished(self, name, namespace):
        return name in self._unfinished and vars(self._unfinished[name]) is namespace

    def _goes_by_value(self, c):
        """Whether a class is one of the program, or of a library but not to be found there."""
        known = self._by_value.get(c)
        if known is None:
            module = namespace_of(c).get('__module__')
            known = self._by_value[c] = (
                bool(flags_of(c) & MADE_BY_PROGRAM)
                and type(c).__module__ != 'stackless'
                and (module == '__main__' or _is_by_hand(module) or not self._can_be_imported(c, module))
            )
        return known

    def _has_its_name(self, c, module):
        """Whether a class can be imported by its name."""
        return module not in self._unfinished and is_at_its_name(c, module)

    def _can_be_imported(self, c, module):
        """Whether a class can be imported, perhaps from a module that is not its own (typing has classes of _typing)."""
        return self._has_its_name(c, module) or (
            '<locals>' not in c.__qualname__ and places.place_of(c, self._unfinished) is not None
        )

    def _is_known_inside(self, kind):
        """Whether the parts of an instance say more than what the library gives for them, which needs it whole and its class complete."""
        if self._unfinished and self._goes_by_value(kind) and namespace_of(kind)['__module__'] != '__main__':
            return True
        enum_type = getattr(sys.modules.get('enum'), 'EnumType', None)
        if enum_type is not None and issubclass(type(kind), enum_type):
            return self._goes_by_value(kind)
        return kind.__module__ == 'typing' and '_Final' in [c.__name__ for c in kind.__mro__]

    def _inherited(self, o, kind):
        """
        The reduce value of an instance of a program's class that leaves pickling to a class of the library, which would call the program's
        class for it. None for others.
        """
        if not self._goes_by_value(kind):
            return None
        teller = next(c for c in kind.__mro__ if '__reduce_ex__' in namespace_of(c) or '__reduce__' in namespace_of(c))
        if teller is object or self._goes_by_value(teller):
            return None
        value = kind.__reduce_ex__(o, 5)
        if type(value) is not tuple or value[0] is not kind:
            return value
        if flags_of(teller) & MADE_BY_PROGRAM:
            special = self._table.get(teller)
            return special(o) if special is not None else take_apart(o) or value
        return _construct, (teller, *value[:1], *value[1]), *value[2:]

    def _module(self, m, kind):
        namespace = vars(m)
        name = namespace.get('__name__')
        if sys.modules.get(name) is not m:
            return _make_module, (kind,), namespace, None, None, adopt_attributes
        if name in self._unfinished or _is_by_hand(name):
            # What imports it may ask for the packages when it is there.
            self.modules.update(p for p in _packages(name) if p not in self._unfinished and not _is_by_hand(p))
            return _make_module, (kind,), dict(namespace), None, None, _fill_module
        if name != '__main__':
            self.modules.add(name)
            self.modules.update(_submodules(m, name))
        return NotImplemented

    def _function(self, f, home):
        self._note_own_name(f, f.__qualname__)
        state = (
            f.__name__,
            f.__qualname__,
            f.__defaults__,
            f.__kwdefaults__,
            f.__closure__ or (),
            dict(f.__dict__),
            dict(f.__annotations__),
            f.__doc__,
            f.__module__,
            f.__type_params__,
        )
        return _make_function, (f.__code__, home), state, None, None, _fill_function

    def _class(self, c):
        self._note_own_name(c, places.qualname_of(c))
        attributes = dict(namespace_of(c))
        kept = tuple(
            n
            for n, v in attributes.items()
            if n == '_abc_impl' or type(v) in FIELDS and getattr(v, '__objclass__', None) is c
        )
        for name in kept:
            attributes[name] = None
        registered = []
        if '_abc_impl' in kept:
            registered = [r() for r in _get_dump(c)[0] if r() is not None]
        # Other abstract classes have this one among what was registered with them.
        bases = [b for b in _virtual_bases(c) if is_kind_of_library(b)]
        slots = tuple(n for n in kept if n != '_abc_impl') if '__slots__' in attributes else None
        order = mro_of(c)[1:] if type(c).mro is not type.mro else None
        return (
            _make_class,
            (type(c), c.__name__, c.__qualname__, c.__bases__, slots, '_abc_impl' in kept),
            (attributes, kept, order, bool(flags_of(c) & _ABSTRACT), flags_of(c) & _PATTERNS, registered, bases),
            None,
            None,
            _fill_class,
        )
