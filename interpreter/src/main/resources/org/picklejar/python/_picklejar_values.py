"""Pickling for a fresh process: functions and classes of ``__main__`` go by value.

Other things that can be imported go by reference. A class is made empty first and filled when all that its methods refer to is there, so that
cycles work and identity is kept.
"""

import pickle
import sys
import types

import _picklejar_reductions as reductions
from _stackless import _global_names, _register_virtual

_CODE = types.CodeType


def _main():
    return sys.modules['__main__']


def _by_value(cls):
    return getattr(cls, '__module__', None) == '__main__' or '<locals>' in cls.__qualname__


def _make_class(metaclass, name, bases, qualname, slots, module='__main__'):
    """An empty class. What the __init_subclass__ of its bases did is in their state and its own: they are not called again."""
    namespace = {'__module__': module, '__qualname__': qualname}
    if slots is not None:
        namespace['__slots__'] = slots
    hooks = [
        (c, c.__dict__['__init_subclass__'])
        for base in bases
        for c in base.__mro__
        if c.__module__ == '__main__' and '__init_subclass__' in c.__dict__
    ]
    for c, _ in hooks:
        c.__init_subclass__ = classmethod(lambda cls, **options: None)
    try:
        maker = next(m for m in metaclass.__mro__ if not _by_value(m))
        if maker is not metaclass:
            # What the program's metaclass did to the class is in its attributes.
            return maker.__new__(metaclass, name, bases, namespace)
        return types.new_class(name, bases, {'metaclass': metaclass}, lambda ns: ns.update(namespace))
    finally:
        for c, hook in reversed(hooks):
            c.__init_subclass__ = hook


def _fill_class(cls, attributes):
    for other in attributes.pop('_registered', ()):
        _register_virtual(cls, other)
    for name, value in attributes.items():
        if name == '__abstractmethods__':
            cls.__abstractmethods__ = value
        else:
            type.__setattr__(cls, name, value)
    return cls


def _make_enum(bases, name, qualname, members, extra):
    """An enumeration: its metaclass wants members and methods at once."""
    metaclass = type(bases[0])
    namespace = metaclass.__prepare__(name, bases)
    namespace.update({'__module__': '__main__', '__qualname__': qualname})
    for key, value in members.items():
        namespace[key] = value
    for key, value in extra.items():
        namespace[key] = value
    return metaclass(name, bases, namespace)


def _make_function(code, module):
    """A function without closure and attributes, whose globals are those of a module."""
    import importlib

    namespace = _main().__dict__ if module == '__main__' else importlib.import_module(module).__dict__
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


#: Classes of the unique objects of module dataclasses, and their names; None for those that know theirs.
_MARKERS = {
    '_MISSING_TYPE': 'MISSING',
    '_HAS_DEFAULT_FACTORY_CLASS': '_HAS_DEFAULT_FACTORY',
    '_KW_ONLY_TYPE': 'KW_ONLY',
    '_FIELD_BASE': None,
}
#: What a class makes itself of its __slots__.
_FIELDS_OF_TYPE = (types.MemberDescriptorType, types.GetSetDescriptorType)


def _marker(name):
    import dataclasses

    return getattr(dataclasses, name)


def _found(function):
    """Whether a function can be imported by its name. Those made by decorators and inside of functions cannot."""
    value = sys.modules.get(function.__module__) if function.__module__ != '__main__' else None
    for name in function.__qualname__.split('.'):
        value = getattr(value, name, None)
    return value is function


def _written_in(cls, value):
    """Whether an attribute was written in the body of a class, not added by its metaclass."""
    function = getattr(value, 'fget', None) or getattr(value, '__func__', value)
    if isinstance(function, types.FunctionType):
        return function.__qualname__.startswith(cls.__qualname__ + '.')
    return False


class StatePickler(pickle.Pickler):
    """Takes functions and classes of ``__main__`` by value, and notes which names their code uses."""

    def __init__(self, file):
        super().__init__(file, 5)
        self.names = set()
        self.modules = set()
        self.files = set()
        self._seen_code = set()
        self._table = reductions.make_table()
        # Code of modules names what is in them, not what is in __main__.
        self._files = {getattr(m, '__file__', None) for n, m in list(sys.modules.items()) if n != '__main__'}

    def _note(self, code):
        if code in self._seen_code:
            return
        self._seen_code.add(code)
        self.files.add(code.co_filename)
        self.names.update(_global_names(code))
        for constant in code.co_consts:
            if isinstance(constant, _CODE):
                self._note(constant)

    def reducer_override(self, o):
        kind = type(o)
        if kind is _CODE:
            if not o.co_filename.startswith('<picklejar>/') and o.co_filename not in self._files:
                self._note(o)
            return NotImplemented
        if kind is types.FunctionType:
            home = o.__globals__.get('__name__')
            if o.__globals__ is _main().__dict__:
                self._note(o.__code__)
            elif home not in sys.modules or _found(o):
                return NotImplemented
            else:
                self.modules.add(home)
            return self._function(o, home)
        if isinstance(o, type) and kind.__module__ != 'stackless' and _by_value(o):
            return self._class(o)
        special = self._table.get(kind)
        if special is not None:
            return special(o)
        if getattr(kind, '__reduce__', None) is None:
            return reductions.by_name(o) or NotImplemented
        if kind is property:
            return property, (o.fget, o.fset, o.fdel, o.__doc__)
        if kind is classmethod or kind is staticmethod:
            return kind, (o.__func__,)
        if kind.__module__ == 'dataclasses' and kind.__name__ in _MARKERS:
            return _marker, (_MARKERS[kind.__name__] or o.name,)
        if kind is types.ModuleType:
            if o.__name__ != '__main__':
                self.modules.add(o.__name__)
        return reductions.by_kind(o, kind) or NotImplemented

    def _function(self, f, home):
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
        bases = c.__bases__
        if 'enum' in sys.modules and isinstance(c, sys.modules['enum'].EnumType):
            members = {name: member.value for name, member in c.__members__.items()}
            extra = {k: v for k, v in c.__dict__.items() if k not in members and _written_in(c, v)}
            if c.__dict__.get('__doc__'):
                extra['__doc__'] = c.__doc__
            return _make_enum, (bases, c.__name__, c.__qualname__, members, extra)
        slots = c.__dict__.get('__slots__')
        skip = {
            '__dict__',
            '__weakref__',
            '__module__',
            '__qualname__',
            '__slots__',
            '__abstractmethods__',
            '_abc_impl',
            '__static_attributes__',
            '__firstlineno__',
        }
        attributes = {k: v for k, v in c.__dict__.items() if k not in skip and not isinstance(v, _FIELDS_OF_TYPE)}
        if '__abstractmethods__' in c.__dict__:
            attributes['__abstractmethods__'] = c.__abstractmethods__
        if '_abc_impl' in c.__dict__:
            from _abc import _get_dump

            attributes['_registered'] = [r() for r in _get_dump(c)[0] if r() is not None]
        return (
            _make_class,
            (type(c), c.__name__, bases, c.__qualname__, slots, c.__module__),
            attributes,
            None,
            None,
            _fill_class,
        )
