"""Imports by program, over the machine's own importer."""

import sys
from builtins import __import__

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from . import _bootstrap


def _set_up():
    """Tells the library's own machinery, which works beside ours, about the interpreter."""
    import _imp
    import _thread
    import _warnings
    import _weakref

    b = _bootstrap
    b.sys, b._imp, b._thread, b._warnings, b._weakref = sys, _imp, _thread, _warnings, _weakref
    b.ModuleSpec = type(sys.modules['_imp'].__spec__)
    b._blocking_on = b._WeakValueDictionary()
    sys.modules['_frozen_importlib'] = b
    from . import _bootstrap_external as e

    b._bootstrap_external = e
    e._set_bootstrap_module(b)
    sys.modules['_frozen_importlib_external'] = e
    sys.path_hooks += _zip_hook, e.FileFinder.path_hook((e.SourceFileLoader, e.SOURCE_SUFFIXES))


def _zip_hook(path):
    import zipimport

    return zipimport.zipimporter(path)


_set_up()
_reloading = {}


def invalidate_caches():
    """Nothing is cached about where modules are, but by the finders of programs."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Import a module by its absolute name, or with leading dots relative to a package."""
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.rsplit('.', level - 1)
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Run the code of an imported module again in its namespace."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent = name.rpartition('.')[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError(f'parent {parent!r} not in sys.modules', name=parent) from None
        spec = module.__spec__ = _bootstrap._find_spec(name, path, module)
        if spec is None:
            raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
        _bootstrap._exec(spec, module)
        return sys.modules[name]
    finally:
        del _reloading[name]
