"""Warnings about what is valid and odd."""


def not_implemented_truth():
    import warnings

    warnings.warn('NotImplemented should not be used in a boolean context', DeprecationWarning, 2)
    return True


def invert_bool(value):
    import warnings

    warnings.warn(
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
        'inversion of the underlying int object and is usually not what you expect from negating a bool. '
        "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the "
        'underlying int.',
        DeprecationWarning,
        2,
    )
    return ~int(value)


def syntax_warning(message, filename, lineno):
    import warnings

    warnings.warn_explicit(message, SyntaxWarning, filename, lineno)


def warn_of_unbound_locals(count):
    import warnings

    plural = '' if count == 1 else 's'
    warnings.warn(f'assigning None to {count} unbound local{plural}', RuntimeWarning, 2)
