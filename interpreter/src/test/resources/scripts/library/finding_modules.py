# modes: plain, switch (modules of the library keep their own state, such as a lock that is held)
import sys, os, tempfile, importlib, importlib.util, importlib.metadata, importlib.resources, pkgutil
folder = tempfile.mkdtemp()
def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f: f.write(text)
write('pk_one/__init__.py', 'from .inner import VALUE\n')
write('pk_one/inner.py', 'from . import other\nVALUE = other.BASE + 1\n')
write('pk_one/other.py', 'BASE = 41\n')
write('pk_one/note.txt', 'hello')
write('dist_one-1.5.dist-info/METADATA', 'Metadata-Version: 2.1\nName: dist-one\nVersion: 1.5\n')
write('space/pk_space/leaf.py', 'LEAF = 3\n')
write('again.py', 'N = 1\n')
sys.path[:0] = [folder, folder + '/space']
import pk_one, pk_space.leaf
print(pk_one.VALUE, pk_space.leaf.LEAF, pk_one.__spec__.parent)  # expect: 42 3 pk_one
print(importlib.util.find_spec('pk_one.other').name, importlib.util.find_spec('no_such_module'))  # expect: pk_one.other None
print([m.name for m in pkgutil.iter_modules(pk_one.__path__)], importlib.resources.files('pk_one').joinpath('note.txt').read_text())  # expect: ['inner', 'other'] hello
print(importlib.metadata.version('dist-one'))  # expect: 1.5
importlib.metadata.version('dist-none')  # expect error: PackageNotFoundError: No package metadata was found for dist-none
import again
write('again.py', 'N = 22\n')
print(importlib.reload(again) is again, again.N)  # expect: True 22
spec = importlib.util.spec_from_file_location('by_file', folder + '/pk_one/other.py')
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.BASE, module.__name__)  # expect: 41 by_file
class Finder:
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == 'virtual_one' else None
    def create_module(self, spec): return None
    def exec_module(self, module): module.W = module.__name__ + '!'
sys.meta_path.append(Finder())
import virtual_one
print(virtual_one.W)  # expect: virtual_one!
class Hook:
    def __init__(self, entry):
        if not entry.startswith('memory:'): raise ImportError
    def find_spec(self, name, target=None):
        return importlib.util.spec_from_loader(name, Finder()) if name == 'virtual_two' else None
sys.path_hooks.append(Hook)
sys.path.append('memory:x')
import virtual_two
print(virtual_two.W)  # expect: virtual_two!
import zipfile
with zipfile.ZipFile(folder + '/z.zip', 'w') as z: z.writestr('zipped_one.py', 'Z = 5')
sys.path.append(folder + '/z.zip')
import zipped_one
print(zipped_one.Z)  # expect: 5
import pk_one.other.deep  # expect error: ModuleNotFoundError: No module named 'pk_one.other.deep'; 'pk_one.other' is not a package
print('json' in sys.stdlib_module_names, 'pk_one' in sys.stdlib_module_names)  # expect: True False
