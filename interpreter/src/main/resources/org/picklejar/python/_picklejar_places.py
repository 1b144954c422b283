"""Where objects are that there is once in a process: saved states refer to those of the process in which they are read."""

import _thread
import sys
import types

import stackless
from _stackless import _closure_places, _fill_cache, _is_library_file, _rebound_names
from stackless._wrap import new_object

#: What type says of a class, whatever its metaclass says.
namespace_of = type.__dict__['__dict__'].__get__
flags_of = type.__dict__['__flags__'].__get__
mro_of = type.__dict__['__mro__'].__get__
module_of = type.__dict__['__module__'].__get__
name_of = type.__dict__['__name__'].__get__
qualname_of = type.__dict__['__qualname__'].__get__
MADE_BY_PROGRAM = 1 << 9


class Kinds:
    """Classes, told apart by identity: a metaclass may have an __eq__ or __hash__ of its own."""

    def __init__(self, *kinds):
        self._ids = frozenset(map(id, kinds))

    def __contains__(self, kind):
        return id(kind) in self._ids


def import_module(name):
    """A module, as importlib.import_module gives it: in pickles that are made while a tasklet is importing importlib."""
    return __import__(name, fromlist=['__name__'])


def has(kind, name):
    """Whether instances of a class find something by a name in the class."""
    return any(name in namespace_of(c) for c in mro_of(kind))


def place_of(o, but=()):
    """(module, name) of an object that is a global of an imported module other than __main__ and some by name, or None."""
    home = sys.modules.get(type(o).__module__)
    for module in (home, *sys.modules.values()):
        if type(module) is types.ModuleType and module.__name__ != '__main__' and module.__name__ not in but:
            for name, value in vars(module).items():
                if value is o:
                    return module, name
    return None


def by_name(o, but=()):
    found = place_of(o, but)
    return found and (getattr, found)


#: Kinds of values that are equal wherever they come from, or are found by their own name.
_PLAIN = Kinds(
    *(type(None), bool, int, float, complex, bytes, tuple, frozenset),
    *(types.ModuleType, types.FunctionType, staticmethod, classmethod, property),
)
_CONTAINERS = Kinds(dict, list, set, object)
_LOCKS = (_thread.LockType, _thread.RLock)


def is_of_library(module):
    """Whether a module is one of the library, not of a program."""
    file = vars(module).get('__file__')
    return file is None or _is_library_file(file)


def places(unfinished):
    """
    (object, reduce value) for what there is once in a process, so that a state refers to that of its new one: what the library's modules
    hold (os.environ, sys.modules, ...), the markers of all modules that are just object(), and what closures of functions of all modules share.
    """
    out = [
        (value, (getattr, (sys, name)))
        for name, value in vars(sys).items()
        if name.endswith(('hook__', 'in__', 'out__', 'err__'))
    ]
    by_name = []
    for module in list(sys.modules.values()):
        if type(module) is not types.ModuleType or module.__name__ in ('__main__', 'builtins') or module in unfinished:
            continue
        of_library = is_of_library(module)
        if getattr(module, '__spec__', None) is not None:
            by_name.append((module, of_library))
        rebound = _rebound_names(vars(module))
        for name, value in vars(module).items():
            kind = type(value)
            if kind in _PLAIN or name in rebound:
                continue
            if kind is type:
                if of_library and (value.__module__, value.__name__) == (module.__name__, name):
                    out += _places_in_class(value)
            elif kind is object or of_library and not name.startswith('__') and _is_kept(module, name, value):
                out.append((value, (getattr, (module, name))))
    return out + _closure_places(by_name, held, emptied, fill)


def _places_in_class(c):
    """Those of what a class of the library holds for all its instances (logging.Logger.manager, weakref.finalize._registry)."""
    return [
        (value, (getattr, (c, name)))
        for name, value in vars(c).items()
        if (kind := type(value)) not in _PLAIN
        and (kind in _CONTAINERS or kind.__module__ not in ('builtins', '_abc'))
        and not name.startswith('__')
        and not hasattr(kind, '__get__')
    ]


def _is_kept(module, name, value):
    """Whether a global of the library is its own object, not one that a program has put there for a while."""
    kind = type(value)
    if kind is str:  # a marker, compared by identity
        return len(value) > 1 and not value.isidentifier()
    if kind in _LOCKS or issubclass(kind, (type, BaseException)) or kind.__module__ == '__main__':
        return False
    return module is not sys or name not in ('stdin', 'stdout', 'stderr')


# ---- functions and classes at their names

#: What a class makes itself of its __slots__.
FIELDS = Kinds(types.MemberDescriptorType, types.GetSetDescriptorType)


def at(module, qualname):
    """What has a name in an imported module; None if nothing has."""
    value = sys.modules.get(module)
    for name in qualname.split('.'):
        kind = type(value)
        if issubclass(kind, type):
            value = namespace_of(value).get(name)
        elif kind is not types.ModuleType:
            return None
        elif name in vars(value) or not is_of_library(value):
            value = vars(value).get(name)
        else:
            value = getattr(value, name, None)
    return value


def is_at_its_name(o, module):
    """Whether a function or class can be imported by its name. Those made by decorators and inside of functions cannot."""
    return at(module, qualname_of(o) if issubclass(type(o), type) else o.__qualname__) is o


# ---- closures


def held(module, names, steps):
    """
    What is there in a module: names lead from a global on through classes; from there steps lead on, which are names of attributes, numbers of items, and in a
    tuple names of variables of closures. LookupError where another version of the module has nothing there.
    """
    value = module
    try:
        for name in names:
            value = (vars(module) if value is module else namespace_of(value))[name]
        for step in steps:
            value = _step(value, step)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise LookupError(
            f'{label(module, names, steps)} is not there: the module is not as it was when the state was saved'
        ) from None
    return value


def label(module, names, steps=()):
    """How messages call what is there in a module."""
    return '.'.join((module.__name__, *names, *(str(step[0] if type(step) is tuple else step) for step in steps)))


def _step(value, step):
    if type(step) is tuple:  # the cell of a variable of a function's closure
        return value.__closure__[value.__code__.co_freevars.index(*step)]
    return value[step] if type(step) is int else object.__getattribute__(value, step)


def emptied(module, names, steps, kind):
    """
    The object of a class that is there in a module, without its items, which come next; its attributes go when the state is there. A new one where the module has another thing now, or a channel on
    which tasklets wait.
    """
    try:
        there = held(module, names, steps)
    except LookupError:
        there = None
    if type(there) is not kind or issubclass(kind, stackless.channel) and there.balance:
        return new_object(kind)
    for base in mro_of(kind):
        if not flags_of(base) & MADE_BY_PROGRAM and 'clear' in namespace_of(base):
            namespace_of(base)['clear'](there)
            break
    return there


def fill(o, content):
    """Gives the content that it has in a state to what a module of this process has: a cell takes it, if any; others have it in place of their own."""
    kind = type(o)
    if name_of(kind) == '_lru_cache_wrapper':
        _fill_cache(o, *content)
    elif kind is types.CellType:
        if content:
            (o.cell_contents,) = content
        else:
            del o.cell_contents
    elif kind is list:
        o[:] = content
    else:
        o.clear()
        o.update(content)
