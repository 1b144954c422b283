"""The finders on sys.meta_path, and the loop over them when a program has added its own."""

import sys


class LibraryFinder:
    """Stands on sys.meta_path for the finding of modules that come with the program."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return spec_from_parts(fullname, find_in_library(fullname))


class PathFinder:
    """Stands on sys.meta_path for the finding of modules on the path."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return spec_from_parts(fullname, find_on_path(fullname, path)) or find_by_hooks(fullname, path)

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder

        return MetadataPathFinder.find_distributions(*args, **kwargs)

    @staticmethod
    def invalidate_caches():
        sys.path_importer_cache.clear()


sys.meta_path[:] = LibraryFinder, PathFinder


def find_by_hooks(name, path):
    import importlib

    return importlib._bootstrap_external.PathFinder.find_spec(name, path)


def find_spec(name, path):
    for finder in list(sys.meta_path):
        find = getattr(finder, 'find_spec', None)
        spec = None if find is None else find(name, path, None)
        if spec is not None:
            return spec
    return None


def import_by_finders(name, path):
    for finder in list(sys.meta_path):
        if finder is LibraryFinder:
            if load_from_library(name) is not False:
                return
        elif finder is PathFinder and load_from_path(name) is not False:
            return
        else:
            find = find_by_hooks if finder is PathFinder else getattr(finder, 'find_spec', None)
            spec = None if find is None else find(name, path)
            if spec is not None:
                load_spec(name, spec)
                return
    module_not_found(name)


def load_spec(name, spec):
    loader = spec.loader
    if loader is not None and not hasattr(loader, 'exec_module'):
        loader.load_module(name)
        return
    module = loader.create_module(spec) if hasattr(loader, 'create_module') else None
    if module is None:
        module = type(sys)(name)
    module.__spec__ = spec
    module.__loader__ = loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    sys.modules[name] = module
    spec._initializing = True
    try:
        if loader is not None:
            loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    finally:
        spec._initializing = False
