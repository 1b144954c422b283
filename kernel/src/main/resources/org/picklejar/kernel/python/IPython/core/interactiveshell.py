"""IPython.core.interactiveshell: the class of the object that get_ipython() returns."""

from picklejar_kernel.shell import InteractiveShell

__all__ = ['InteractiveShell']
