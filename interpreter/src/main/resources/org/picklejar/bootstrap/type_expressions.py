"""list[int], int | str and the like."""


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
