"""list[int] and the like."""


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
