"""The classes of type parameters (CPython: typevarobject.c). Bounds, constraints and defaults may be functions that make them on first use."""

import sys

_unset = object()


def _idfunc(x):
    return x


def _caller():
    # 0 is this function, 1 the method that asks, 2 who called that.
    try:
        name = sys._getframemodulename(2)
    except (AttributeError, ValueError):
        return None
    return None if name in ('picklejar', '_typing', 'typing') else name


def _typing_call(name, *args):
    import typing

    return getattr(typing, name)(*args)


def _type_check(arg, msg):
    if arg is None:
        return type(None)
    if isinstance(arg, type):
        return arg
    return _typing_call('_type_check', arg, msg)


class NoDefaultType:
    __slots__ = ()
    __module__ = 'typing'

    def __new__(cls):
        return NoDefault

    def __init_subclass__(cls):
        raise TypeError("type 'NoDefaultType' is not an acceptable base type")

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)
NoDefaultType.__module__ = 'builtins'


class _Parameter:
    """What the three kinds of type parameters have in common."""

    __slots__ = ()

    def __init_subclass__(cls, final=False):
        if final:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def __default__(self):
        if self._lazy_default is not None:
            self._default = self._lazy_default()
            self._lazy_default = None
        return self._default

    def has_default(self):
        return self._lazy_default is not None or self._default is not NoDefault

    def _set_default(self, default):
        self._default = default
        self._lazy_default = None

    def _set_variance(self, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def _signed_name(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return _typing_call('_make_union', self, other)

    def __ror__(self, other):
        return _typing_call('_make_union', other, self)


def _check_name(kind, name):
    if not isinstance(name, str):
        raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")


class TypeVar(_Parameter):
    """Type variable."""

    __slots__ = (
        '__name__',
        '_bound',
        '_constraints',
        '_lazy',
        '_default',
        '_lazy_default',
        '__covariant__',
        '__contravariant__',
        '__infer_variance__',
        '__dict__',
        '__weakref__',
    )
    __module__ = 'typing'

    def __init__(
        self,
        name,
        *constraints,
        bound=None,
        default=NoDefault,
        covariant=False,
        contravariant=False,
        infer_variance=False,
    ):
        _check_name('typevar', name)
        self._set_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self._lazy = None
        self._bound = None if bound is None else _type_check(bound, 'Bound must be a type.')
        self._constraints = tuple(
            _type_check(t, 'TypeVar(name, constraint, ...): constraints must be types.') for t in constraints
        )
        self._set_default(default)
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def _evaluate(self):
        lazy = self._lazy
        if lazy is not None:
            value = lazy()
            if isinstance(value, tuple):
                self._constraints = value
            else:
                self._bound = value
            self._lazy = None

    @property
    def __bound__(self):
        self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        self._evaluate()
        return self._constraints

    def __typing_subst__(self, arg):
        return _typing_call('_typevar_subst', self, arg)

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        i = params.index(self)
        if i < len(args):
            return args
        if i == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected {len(params)}')

    def __repr__(self):
        return self._signed_name()


class ParamSpecArgs:
    """The args for a ParamSpec object."""

    __slots__ = ('__origin__', '__weakref__')
    __module__ = 'typing'
    _end = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._end, self.__origin__))

    def __repr__(self):
        origin = self.__origin__
        return f'{origin.__name__}.{self._end}' if isinstance(origin, ParamSpec) else f'{origin!r}.{self._end}'


class ParamSpecKwargs(ParamSpecArgs):
    """The kwargs for a ParamSpec object."""

    __slots__ = ()
    __module__ = 'typing'
    _end = 'kwargs'


class ParamSpec(_Parameter):
    """Parameter specification variable."""

    __slots__ = (
        '__name__',
        '__bound__',
        '_default',
        '_lazy_default',
        '__covariant__',
        '__contravariant__',
        '__infer_variance__',
        '__dict__',
        '__weakref__',
    )
    __module__ = 'typing'

    def __init__(
        self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False
    ):
        _check_name('paramspec', name)
        self._set_variance(covariant, contravariant, infer_variance)
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound, 'Bound must be a type.')
        self._set_default(default)
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return _typing_call('_paramspec_subst', self, arg)

    def __typing_prepare_subst__(self, alias, args):
        return _typing_call('_paramspec_prepare_subst', self, alias, args)

    def __repr__(self):
        return self._signed_name()


class TypeVarTuple(_Parameter):
    """Type variable tuple."""

    __slots__ = ('__name__', '_default', '_lazy_default', '__dict__', '__weakref__')
    __module__ = 'typing'

    def __init__(self, name, *, default=NoDefault):
        _check_name('typevartuple', name)
        self.__name__ = name
        self._set_default(default)
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __iter__(self):
        import typing

        yield typing.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        return _typing_call('_typevartuple_prepare_subst', self, alias, args)

    def __repr__(self):
        return self.__name__

    __or__ = None
    __ror__ = None


del TypeVarTuple.__or__, TypeVarTuple.__ror__


class TypeAliasType:
    """Type alias."""

    __slots__ = ('__name__', '__type_params__', '_value', '_lazy', '_module', '__weakref__')
    __module__ = 'typing'

    def __new__(cls, name, value, *, type_params=()):
        _check_name('typealias', name)
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        module = _caller()
        self = object.__new__(cls)
        set_ = object.__setattr__
        set_(self, '__name__', name)
        set_(self, '__type_params__', type_params)
        set_(self, '_value', value)
        set_(self, '_lazy', None)
        set_(self, '_module', module)
        return self

    def __getattribute__(self, name):
        return object.__getattribute__(self, '_module' if name == '__module__' else name)

    def __setattr__(self, name, value):
        if name in ('__name__', '__value__', '__type_params__', '__parameters__', '__module__'):
            raise AttributeError(
                'readonly attribute'
                if name in ('__name__',)
                else f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable"
            )
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}'")

    @property
    def __value__(self):
        lazy = self._lazy
        if lazy is not None:
            object.__setattr__(self, '_value', lazy())
            object.__setattr__(self, '_lazy', None)
        return self._value

    @property
    def __parameters__(self):
        out = []
        for p in self.__type_params__:
            out.extend(p) if isinstance(p, TypeVarTuple) else out.append(p)
        return tuple(out)

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        from types import GenericAlias

        return GenericAlias(self, args)

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __or__(self, other):
        return _typing_call('_make_union', self, other)

    def __ror__(self, other):
        return _typing_call('_make_union', other, self)

    def __repr__(self):
        return self.__name__

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    __module__ = 'typing'
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, *args, **kwargs):
        return _typing_call('_generic_class_getitem', cls, *args, **kwargs)

    @classmethod
    def __init_subclass__(cls, *args, **kwargs):
        return _typing_call('_generic_init_subclass', cls, *args, **kwargs)


# ---- what compiled code calls for the syntax of PEP 695; each bound and default is a function or None


def _owner():
    depth = 1
    while True:
        try:
            name = sys._getframemodulename(depth)
        except ValueError:
            return None
        if name not in ('picklejar', '_typing'):
            return name
        depth += 1


def _make_typevar(name, bound, default):
    t = TypeVar(name, infer_variance=True)
    t._lazy = bound
    t._lazy_default = default
    t.__module__ = _owner()
    return t


def _make_paramspec(name, default):
    p = ParamSpec(name, infer_variance=True)
    p._lazy_default = default
    p.__module__ = _owner()
    return p


def _make_typevartuple(name, default):
    t = TypeVarTuple(name)
    t._lazy_default = default
    t.__module__ = _owner()
    return t


def _make_typealias(name, params, value):
    a = TypeAliasType(name, None, type_params=tuple(params))
    object.__setattr__(a, '_lazy', value)
    object.__setattr__(a, '_module', _owner())
    return a
