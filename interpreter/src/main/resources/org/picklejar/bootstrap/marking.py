"""Functions written here that programs shall see as builtins."""


def builtin_of(module):
    """The decorator of functions that a module has: in CPython they are written in C."""

    def add(function):
        made = builtin_function(function, module)
        setattr(module, made.__name__, made)
        return made

    return add


def accelerate(module, library, names, helpers=''):
    """
    Gives a module that is written in C in CPython the functions that the library has in Python as well: copies of these, as builtins, which
    the library's module then has too. helpers: what they call.
    """
    namespace = vars(module)
    for name in (names + ' ' + helpers).split():
        f = getattr(library, name)
        copy = type(f)(f.__code__, namespace, name, f.__defaults__)
        copy.__kwdefaults__ = f.__kwdefaults__
        copy.__doc__ = f.__doc__
        namespace[name] = copy
    for name in names.split():
        f = getattr(library, name)
        made = builtin_of(module)(namespace[name])
        for alias in [alias for alias, value in vars(library).items() if value is f]:
            setattr(library, alias, made)
