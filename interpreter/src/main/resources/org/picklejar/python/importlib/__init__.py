"""Imports by program, over the machine's own importer."""

import sys
from builtins import __import__

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

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
        file = getattr(module, '__file__', None)
        if file is None:
            return module
        with open(file, 'rb') as f:
            source = f.read()
        exec(compile(source, file, 'exec'), module.__dict__)
        return sys.modules[name]
    finally:
        del _reloading[name]
