"""IPython.core.display_functions: the functions of IPython.display."""

from picklejar_kernel.display import DisplayHandle, clear_output, display, publish_display_data, update_display

__all__ = ['DisplayHandle', 'clear_output', 'display', 'publish_display_data', 'update_display']
