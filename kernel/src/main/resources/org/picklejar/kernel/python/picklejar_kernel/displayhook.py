"""sys.displayhook: the value of a cell's last expression."""

import _picklejar_kernel


def displayhook(value):
    """Publish a value as the result of the cell, and keep it as _, __, ___, _N and Out[N]."""
    if value is None:
        return
    from picklejar_kernel import display, shell

    count = _picklejar_kernel.execution_count()
    shell.get_ipython().keep_result(count, value)
    if hasattr(type(value), '_ipython_display_'):
        value._ipython_display_()
        return
    data, metadata = display.format(value)
    _picklejar_kernel.publish('execute_result', {'execution_count': count, 'data': data, 'metadata': metadata})
