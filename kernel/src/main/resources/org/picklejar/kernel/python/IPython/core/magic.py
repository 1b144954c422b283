"""IPython.core.magic: decorators that make functions and methods magics."""

from picklejar_kernel import magics as _magics
from picklejar_kernel.magics import register_cell_magic, register_line_cell_magic, register_line_magic
from picklejar_kernel.shell import UsageError, get_ipython


def needs_local_scope(function):
    """Accepted and ignored: magics of this kernel always see the notebook's names."""
    return function


def _marker(kind):
    def mark(argument):
        if callable(argument):
            argument._magic = (argument.__name__, kind)
            return argument

        def named(function):
            function._magic = (argument, kind)
            return function

        return named

    return mark


line_magic = _marker('line')
cell_magic = _marker('cell')
line_cell_magic = _marker('line_cell')


class Magics:
    """Base of classes whose marked methods are magics."""

    def __init__(self, shell=None, **kwargs):
        self.shell = shell or get_ipython()


def magics_class(cls):
    """Decorator of subclasses of Magics."""
    return cls


def register_magics(instance):
    """Make the marked methods of an object magics."""
    for name in dir(type(instance)):
        mark = getattr(getattr(type(instance), name), '_magic', None)
        if mark is not None:
            _magics.register(mark[0], getattr(instance, name), mark[1])


__all__ = [
    'Magics',
    'UsageError',
    'cell_magic',
    'line_cell_magic',
    'line_magic',
    'magics_class',
    'needs_local_scope',
    'register_cell_magic',
    'register_line_cell_magic',
    'register_line_magic',
    'register_magics',
]
