"""What the syntax of type parameters makes (PEP 695)."""


def typevar(name, bound, default):
    import _typing

    return _typing._make_typevar(name, bound, default)


def paramspec(name, bound, default):
    import _typing

    return _typing._make_paramspec(name, default)


def typevartuple(name, bound, default):
    import _typing

    return _typing._make_typevartuple(name, default)


def typealias(name, params, value):
    import _typing

    return _typing._make_typealias(name, params, value)


def generic_base(params):
    import typing

    return typing.Generic[tuple(p if type(p).__name__ != 'TypeVarTuple' else typing.Unpack[p] for p in params)]
