"""Where objects are that there is once in a process: saved states refer to those of the process in which they are read."""

import _thread
import sys
import types

from _stackless import _rebound_globals

#: What type says of a class, whatever its metaclass says.
namespace_of = type.__dict__['__dict__'].__get__
flags_of = type.__dict__['__flags__'].__get__
mro_of = type.__dict__['__mro__'].__get__
MADE_BY_PROGRAM = 1 << 9


def place_of(o, but=()):
    """(module, name) of an object that is a global of an imported module other than __main__ and some by name, or None."""
    home = sys.modules.get(type(o).__module__)
    for module in (home, *sys.modules.values()):
        if isinstance(module, types.ModuleType) and module.__name__ != '__main__' and module.__name__ not in but:
            for name, value in vars(module).items():
                if value is o:
                    return module, name
    return None


def by_name(o, but=()):
    found = place_of(o, but)
    return found and (getattr, found)


#: Kinds of values that are equal wherever they come from, or are found by their own name.
_PLAIN = (type(None), bool, int, float, complex, str, bytes, tuple, frozenset, types.ModuleType, types.FunctionType)
_CONTAINERS = frozenset((dict, list, set, object))
_LOCKS = (_thread.LockType, _thread.RLock)


def places(unfinished):
    """
    (object, (module, name)) for what there is once in a process, so that a state refers to that of its new one: what the library's modules
    hold (os.environ, sys.modules, ...), and the markers of all modules that are just object().
    """
    library = sys.modules['os'].__file__.removesuffix('os.py') if 'os' in sys.modules else None
    out = [
        (value, (sys, name)) for name, value in vars(sys).items() if name.endswith(('hook__', 'in__', 'out__', 'err__'))
    ]
    for module in list(sys.modules.values()):
        if type(module) is not types.ModuleType or module.__name__ in ('__main__', 'builtins') or module in unfinished:
            continue
        file = getattr(module, '__file__', None)
        of_library = file is None or library is not None and file.startswith(library)
        rebound = _rebound_globals(vars(module))
        for name, value in vars(module).items():
            kind = type(value)
            if name in rebound:
                continue
            if kind is object or of_library and not name.startswith('__') and _is_kept(module, name, value):
                out.append((value, (module, name)))
            elif of_library and kind is type and (value.__module__, value.__name__) == (module.__name__, name):
                out += _places_in_class(value)
    return out


def _places_in_class(c):
    """Those of what a class of the library holds for all its instances (logging.Logger.manager, weakref.finalize._registry)."""
    return [
        (value, (c, name))
        for name, value in vars(c).items()
        if ((kind := type(value)) in _CONTAINERS or kind.__module__ not in ('builtins', '_abc'))
        and not name.startswith('__')
        and not hasattr(kind, '__get__')
    ]


def _is_kept(module, name, value):
    """Whether a global of the library is its own object, not one that a program has put there for a while."""
    kind = type(value)
    if kind is str:  # a marker, compared by identity
        return len(value) > 1 and not value.isidentifier()
    if kind in _PLAIN or kind in _LOCKS or issubclass(kind, (type, BaseException)) or kind.__module__ == '__main__':
        return False
    return module is not sys or name not in ('stdin', 'stdout', 'stderr')


# ---- functions under decorators

#: What a class makes itself of its __slots__.
FIELDS = (types.MemberDescriptorType, types.GetSetDescriptorType)


def _at(module, qualname):
    """What has a name in an imported module; None if nothing has."""
    value = sys.modules.get(module) if module != '__main__' else None
    for name in qualname.split('.'):
        value = getattr(value, name, None)
    return value


def is_at_its_name(o, module):
    """Whether a function or class can be imported by its name. Those made by decorators and inside of functions cannot."""
    return _at(module, o.__qualname__) is o


#: Where decorators keep the function that they have taken the name from, beside attributes and closures.
_HELD = ('__func__', 'fget', 'fset', 'fdel', 'func', '__wrapped__')
_MOST_DECORATORS = 4


def way_to(function, module):
    """
    The steps that lead to a function of a module from what has its name there: attributes, and indices into closures. There are some where
    decorators have taken the name. None if there is no way.
    """
    ways = [((), _at(module, function.__qualname__))]
    for _ in range(_MOST_DECORATORS):
        for way, value in ways:
            if value is function:
                return way
        ways = [((*way, step), held) for way, value in ways for step, held in _held_by(value)]
    return None


def _held_by(o):
    """(step, object) for the functions and decorators that a decorator's object or function holds."""
    steps = [*_HELD]
    if type(o) is types.FunctionType:
        steps += [*range(len(o.__closure__ or ())), *o.__dict__]
    elif flags_of(type(o)) & MADE_BY_PROGRAM:
        steps += [n for c in mro_of(type(o)) for n, v in namespace_of(c).items() if type(v) in FIELDS]
        steps += getattr(o, '__dict__', ())
    for step in steps:
        try:
            held = _take(o, step)
        except (AttributeError, ValueError):
            continue
        if callable(held) and not isinstance(held, type):
            yield step, held


def _take(o, step):
    return o.__closure__[step].cell_contents if isinstance(step, int) else object.__getattribute__(o, step)


def at_end_of(module, qualname, way):
    """The function of a module that :func:`way_to` has found."""
    value = _at(module, qualname)
    for step in way:
        value = _take(value, step)
    return value
