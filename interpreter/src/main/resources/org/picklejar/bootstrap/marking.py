"""Functions written here that programs shall see as builtins."""


def builtin_of(module):
    """The decorator of functions that a module has: in CPython they are written in C."""

    def add(function):
        made = builtin_function(function, module)
        setattr(module, made.__name__, made)
        return made

    return add
