"""
What saved states take of the modules of a program: their data and what their functions share, as that of the cells. Code goes by name. What cannot be
pickled stays behind, and is what the import in the new process makes it.
"""

import _thread
import _weakref
import os
import sys
import types

from _abc import _get_dump
from _picklejar_places import (
    FIELDS,
    Kinds,
    has,
    held,
    is_at_its_name,
    is_of_library,
    label,
    module_of,
    mro_of,
    name_of,
    namespace_of,
    qualname_of,
)
from _stackless import _imported_names, _rebound_names, _register_virtual

_INSTALLED = frozenset(('site-packages', 'dist-packages'))
#: Kinds of values that are the same after each import, or are code.
_CONSTANT = Kinds(
    *(type(None), bool, int, float, complex, str, bytes, range, slice, type(...), type(NotImplemented)),
    *(types.FunctionType, types.CodeType, property, staticmethod, classmethod),
    *(types.GenericAlias, types.UnionType),
    # Whoever holds one has it in its own part of the state.
    *(_thread.LockType, _thread.RLock),
)
#: What is compared by value, and yet leads to objects.
_LEADING = (types.MappingProxyType, _weakref.ReferenceType)
#: Where a class has what was registered with it.
_REGISTERED = '_abc_impl'
_BOUND = Kinds(types.MethodType, types.BuiltinFunctionType, types.MethodWrapperType)


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
    return _INSTALLED.isdisjoint(vars(module).get('__file__', '').split(os.sep))


def neighbours(module):
    """The modules of which a module names something, also in an import inside of a function."""
    for value in list(vars(module).values()):
        kind = type(value)
        if issubclass(kind, types.ModuleType):
            yield value
        elif kind is types.FunctionType or issubclass(kind, type):
            home = sys.modules.get(_home(value))
            if type(home) is types.ModuleType:
                yield home
    package = module.__name__ if '__path__' in vars(module) else module.__name__.rpartition('.')[0]
    for code in _codes(module):
        yield from imported_by(code, package)


def imported_by(code, package=''):
    """The modules of the program that a code object imports, in a package or the packages around it where the import is a relative one."""
    parents = ['']
    while package:
        parents.append(f'{package}.')
        package = package.rpartition('.')[0]
    for name in _imported_names(code):
        for parent in parents:
            found = f'{parent}{name}'
            while found:
                home = sys.modules.get(found)
                if type(home) is types.ModuleType:
                    yield home
                found = found.rpartition('.')[0]


def _codes(module):
    """The code objects of the functions that a module holds in itself, its classes and decorators."""
    todo, seen = list(vars(module).values()), set()
    while todo:
        value = todo.pop()
        kind = type(value)
        if id(value) in seen:
            continue
        seen.add(id(value))
        if kind is types.FunctionType:
            if value.__globals__ is vars(module):
                yield value.__code__
            todo += vars(value).values()
            todo += (cell.cell_contents for cell in value.__closure__ or () if not _is_empty(cell))
        elif kind is types.CodeType:
            yield value
        elif kind is staticmethod or kind is classmethod:
            todo.append(value.__func__)
        elif kind is property:
            todo += (value.fget, value.fset, value.fdel)
        elif issubclass(kind, type):
            if namespace_of(value).get('__module__') == module.__name__:
                todo += namespace_of(value).values()
        elif name_of(kind) in ('_lru_cache_wrapper', 'partial') and is_kind_of_library(kind):
            todo += vars(value).values()
            todo.append(getattr(value, 'func', None))


def _is_empty(cell):
    return cell == types.CellType()


def data_of(module):
    """(names, value) of the globals of a module, and the attributes of its classes, that are data or were assigned after its import."""
    return _data(module, module, (), set())


def _namespace(owner):
    """Of a module or class."""
    return namespace_of(owner) if issubclass(type(owner), type) else vars(owner)


def _rebound(owner):
    return _rebound_names(owner if issubclass(type(owner), type) else vars(owner))


def _data(module, owner, names, seen):
    rebound = _rebound(owner)
    for name, value in list(_namespace(owner).items()):
        kind = type(value)
        if (
            type(name) is not str
            or _is_imported(value)
            or kind in FIELDS
            or name[:2] == name[-2:] == '__'
            and name not in rebound
        ):
            continue
        if names and name == _REGISTERED:
            registered = tuple(c for r in _get_dump(owner)[0] if (c := r()) is not None)
            if registered:
                yield (*names, name), registered
            continue
        if name in rebound:
            yield (*names, name), value
        elif kind is types.FunctionType:
            for part in _rebound_names(value) if _is_own(value, module, (*names, name)) else ():
                yield (*names, name, part), getattr(value, part)
        elif issubclass(kind, type):
            if _is_own(value, module, (*names, name)) or _is_local(value, module) and id(value) not in seen:
                seen.add(id(value))
                yield from _data(module, value, (*names, name), seen)
        elif _is_data(value, kind) and not (names and has(kind, '__get__') and is_kind_of_library(kind)):
            yield (*names, name), value


def _is_imported(value):
    """Whether something is a module that has data of its own; one that the program has made by hand is data of who holds it."""
    if not issubclass(type(value), types.ModuleType):
        return False
    namespace = object.__getattribute__(value, '__dict__')
    return namespace.get('__spec__') is not None and sys.modules.get(namespace.get('__name__')) is value


def _is_own(value, module, names):
    """Whether a function or class is a module's and has its name there."""
    qualname = qualname_of(value) if issubclass(type(value), type) else value.__qualname__
    if _home(value) != module.__name__ or qualname != '.'.join(names):
        return False
    return is_at_its_name(value, module.__name__)


def _home(value):
    """The name of the module that a function or class says it is of."""
    home = namespace_of(value).get('__module__') if issubclass(type(value), type) else value.__module__
    return home if type(home) is str else None


def _is_local(c, module):
    """Whether a class was made inside of a function of a module; it is found by the name that the module holds it by."""
    return namespace_of(c).get('__module__') == module.__name__ and '<locals>' in qualname_of(c)


def _is_data(value, kind):
    if kind is tuple or kind is frozenset:
        return any(_is_data(v, k) or k is types.FunctionType and v.__closure__ for v in value if (k := type(v)))
    if kind in _BOUND:
        owner = value.__self__
        return not issubclass(type(owner), (type, types.ModuleType)) and _is_data(owner, type(owner))
    if kind in _CONSTANT or issubclass(kind, type):
        return False
    # What the library has that is compared by value: dates, paths, patterns.
    return issubclass(kind, _LEADING) or not is_kind_of_library(kind) or _is_compared_by_identity(kind)


def _is_compared_by_identity(kind):
    """Or cannot be a key at all."""
    found = next(namespace_of(c)['__hash__'] for c in mro_of(kind) if '__hash__' in namespace_of(c))
    return found is None or found is namespace_of(object)['__hash__']


def is_kind_of_library(kind):
    name = module_of(kind)
    home = sys.modules.get(name) if type(name) is str else None
    return name != '__main__' and (type(home) is not types.ModuleType or is_of_library(home))


def set_data(module, names, value):
    """Gives a module or class what it has in a state; named in pickles."""
    *outer, name = names
    owner = held(module, outer, ())
    if outer and name == _REGISTERED:
        for c in value:
            _register_virtual(owner, c)
    elif type(owner) is types.FunctionType:
        setattr(owner, name, value)
    elif _namespace(owner).get(name) is not value:
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
