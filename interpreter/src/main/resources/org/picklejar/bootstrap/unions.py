"""int | str and the like."""


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
