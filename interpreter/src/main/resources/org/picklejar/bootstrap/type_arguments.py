"""The arguments of list[int] and the like: their parameters, their text, and what replaces them."""


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
    if isinstance(a, type):
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
