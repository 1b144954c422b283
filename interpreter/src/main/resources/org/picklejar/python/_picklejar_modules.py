"""
What saved states take of the modules of a program: their data and what their functions share, as that of the cells. Code goes by name. What cannot be
pickled stays behind, and is what the import in the new process makes it.
"""

import _thread
import os
import sys
import types

from _picklejar_places import FIELDS, held, is_at_its_name, is_of_library, label, namespace_of
from _stackless import _rebound_names

_INSTALLED = frozenset(('site-packages', 'dist-packages'))
#: Kinds of values that are the same after each import, or are code.
_CONSTANT = frozenset(
    (
        *(type(None), bool, int, float, complex, str, bytes, frozenset, range, slice, type(...), type(NotImplemented)),
        *(types.FunctionType, types.CodeType, property, staticmethod, classmethod),
        *(types.GenericAlias, types.UnionType, types.MappingProxyType),
        # Whoever holds one has it in its own part of the state.
        *(_thread.LockType, _thread.RLock),
    )
)
_BOUND = (types.MethodType, types.BuiltinFunctionType, types.MethodWrapperType)


def of_program():
    """The imported modules that are neither __main__ nor of the library."""
    return [
        m
        for name, m in list(sys.modules.items())
        if type(m) is types.ModuleType
        and name != '__main__'
        and vars(m).get('__spec__') is not None
        and not is_of_library(m)
    ]


def is_own(module):
    """Whether a module of a program is its own, not one that was installed."""
    return _INSTALLED.isdisjoint(getattr(module, '__file__', '').split(os.sep))


def neighbours(module):
    """The modules of which a module names something."""
    for value in list(vars(module).values()):
        if isinstance(value, types.ModuleType):
            yield value
        elif isinstance(value, (type, types.FunctionType)):
            home = sys.modules.get(value.__dict__.get('__module__') if isinstance(value, type) else value.__module__)
            if isinstance(home, types.ModuleType):
                yield home


def data_of(module):
    """(names, value) of the globals of a module, and the attributes of its classes, that are data or were assigned after its import."""
    return _data(module, module, ())


def _namespace(owner):
    """Of a module or class."""
    return namespace_of(owner) if isinstance(owner, type) else vars(owner)


def _rebound(owner):
    return _rebound_names(owner if isinstance(owner, type) else vars(owner))


def _data(module, owner, names):
    rebound = _rebound(owner)
    for name, value in list(_namespace(owner).items()):
        kind = type(value)
        if name[:2] == '__' or isinstance(value, types.ModuleType) or kind in FIELDS or name == '_abc_impl':
            continue
        if name in rebound:
            yield (*names, name), value
        elif issubclass(kind, type):
            home, qualname = namespace_of(value).get('__module__'), '.'.join((*names, name))
            if home == module.__name__ and value.__qualname__ == qualname and is_at_its_name(value, home):
                yield from _data(module, value, (*names, name))
        elif _is_data(value, kind) and not (names and hasattr(kind, '__get__') and _is_kind_of_library(kind)):
            yield (*names, name), value


def _is_data(value, kind):
    if kind is tuple:
        return any(_is_data(item, type(item)) for item in value)
    if kind in _BOUND:
        owner = value.__self__
        return not isinstance(owner, (type, types.ModuleType)) and _is_data(owner, type(owner))
    if kind in _CONSTANT or issubclass(kind, type):
        return False
    # What the library has that is compared by value: dates, paths, patterns.
    return not _is_kind_of_library(kind) or kind.__hash__ in (None, object.__hash__)


def _is_kind_of_library(kind):
    home = sys.modules.get(kind.__module__)
    return kind.__module__ != '__main__' and (home is None or is_of_library(home))


def set_data(module, names, value):
    """Gives a module or class what it has in a state; named in pickles."""
    *outer, name = names
    owner = held(module, outer, ())
    if _namespace(owner).get(name) is not value and name not in _rebound(owner):
        (types.ModuleType if owner is module else type).__setattr__(owner, name, value)


class Data:
    """Something that a module holds; it gets it as soon as that is unpickled. parts: arguments of set_data, or None for what is written to its place anyway."""

    def __init__(self, where, value, parts):
        self.where = where
        #: How errors call it, itself, and what its parts are called by.
        self.pair = f'module data {where!r}', value, where
        self._reduced = (set_data, parts) if parts else (type, (value,))

    @classmethod
    def at(cls, module, names, value):
        return cls(label(module, names), value, (module, names, value))

    def __reduce__(self):
        return self._reduced
