"""Hooks of module sys that call Python code."""

import builtins
import sys

sys.__excepthook__ = sys.excepthook


@builtin_of(sys)
def displayhook(object, /):
    """Print an object to sys.stdout and also save it in builtins._"""
    if object is None:
        return
    builtins._ = None
    sys.stdout.write(repr(object))
    sys.stdout.write('\n')
    builtins._ = object


sys.__displayhook__ = displayhook


@builtin_of(sys)
def breakpointhook(*args, **kwargs):
    """This hook function is called by built-in breakpoint()."""
    import os

    hook = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if hook == '0':
        return None
    module, _, name = hook.rpartition('.')
    try:
        found = getattr(__import__(module or 'builtins', fromlist=[name]), name)
    except (ImportError, AttributeError, ValueError):
        import warnings

        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{hook}"', RuntimeWarning, 3)
        return None
    return found(*args, **kwargs)


sys.__breakpointhook__ = breakpointhook


@builtin_of(sys)
def unraisablehook(unraisable, /):
    """Handle an unraisable exception."""
    sys.stderr.write(f'{unraisable.err_msg or "Exception ignored in"}: {unraisable.object!r}\n')
    sys.excepthook(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback)


sys.__unraisablehook__ = unraisablehook

_asyncgen_hooks = struct_sequence('sys.asyncgen_hooks', 'firstiter finalizer')
_unchanged = object()


@builtin_of(sys)
def set_asyncgen_hooks(firstiter=_unchanged, finalizer=_unchanged):
    """Set async generators hooks."""
    old = sys._get_asyncgen_hooks()
    sys._set_asyncgen_hooks(
        old[0] if firstiter is _unchanged else firstiter,
        old[1] if finalizer is _unchanged else finalizer,
    )


@builtin_of(sys)
def get_asyncgen_hooks():
    """Return the installed asynchronous generators hooks: firstiter, finalizer."""
    return _asyncgen_hooks(sys._get_asyncgen_hooks())


@builtin_of(sys)
def getsizeof(object, default=_unchanged):
    """Return the size of object in bytes, as its __sizeof__ says. An estimate: Java does not tell."""
    kind = type(object)
    try:
        size = kind.__sizeof__(object)
        if not isinstance(size, int):
            raise TypeError('an integer is required')
    except AttributeError:
        if default is _unchanged:
            raise TypeError(f"Type {kind.__name__} doesn't define __sizeof__") from None
        return default
    except TypeError:
        if default is _unchanged:
            raise
        return default
    if size < 0:
        raise ValueError('__sizeof__() should return >= 0')
    return size
