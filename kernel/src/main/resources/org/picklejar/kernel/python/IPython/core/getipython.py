"""IPython.core.getipython."""

from picklejar_kernel.shell import get_ipython

__all__ = ['get_ipython']
