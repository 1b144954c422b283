"""What is known of modules: their specs, and the loader of those that come with the program or lie on the path."""

import sys


class ModuleSpec:
    """What is known of a module before and after it is loaded."""

    __module__ = '_frozen_importlib'

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value


class Loader:
    """The loader of modules that come with the program or lie on the path."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def is_package(self, fullname):
        return self.path is not None and self.path.endswith('/__init__.py')

    def get_filename(self, fullname=None):
        return self.path

    def get_source(self, fullname=None):
        source = library_source(self.path)
        if source is None and self.path is not None:
            with open(self.path, encoding='utf-8') as f:
                source = f.read()
        return source

    def get_code(self, fullname=None):
        source = self.get_source(fullname)
        return None if source is None else compile(source, self.path, 'exec')

    def get_data(self, path):
        source = library_source(path)
        if source is None:
            with open(path, 'rb') as f:
                return f.read()
        return source.encode()

    def get_resource_reader(self, name):
        from importlib.readers import FileReader, NamespaceReader

        if self.path is None:
            return NamespaceReader(sys.modules[name].__path__)
        return FileReader(self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is not None:
            exec(code, module.__dict__)

    def __repr__(self):
        return f'<picklejar loader of {self.name!r}>'


def make_spec(name, origin, path):
    spec = ModuleSpec(name, Loader(name, origin if origin != 'built-in' else None), origin=origin)
    if path is not None:
        spec.submodule_search_locations = path
    spec._set_fileattr = origin is not None and origin != 'built-in'
    return spec


def spec_from_parts(name, parts):
    return None if parts is None else make_spec(name, *parts)


def describe_first_modules():
    """Those that were there before this one get their specs."""
    for name, module in sys.modules.items():
        if name != '__main__':
            module.__spec__ = make_spec(name, 'built-in', None)
            module.__loader__ = module.__spec__.loader
            module.__package__ = ''


describe_first_modules()
