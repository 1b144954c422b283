"""IPython.core.magic: decorators that make functions and methods magics."""

from picklejar_kernel.magics import (
    UsageError,
    marker,
    register_cell_magic,
    register_line_cell_magic,
    register_line_magic,
)
from picklejar_kernel.magics import register_marked as register_magics
from picklejar_kernel.shell import get_ipython


def needs_local_scope(function):
    """Accepted and ignored: magics of this kernel always see the notebook's names."""
    return function


line_magic = marker('line')
cell_magic = marker('cell')
line_cell_magic = marker('line_cell')


class Magics:
    """Base of classes whose marked methods are magics."""

    def __init__(self, shell=None, **kwargs):
        self.shell = shell or get_ipython()


def magics_class(cls):
    """Decorator of subclasses of Magics."""
    return cls


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
