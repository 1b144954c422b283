"""The part of IPython's interface that notebooks and libraries use, over Picklejar's kernel."""

from picklejar_kernel.display import display
from picklejar_kernel.shell import get_ipython

version_info = (9, 0, 0, '')
__version__ = '9.0.0'
__all__ = ['display', 'get_ipython', 'version_info']
