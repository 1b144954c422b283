import sys, os, tempfile, importlib, importlib.util, importlib.metadata, importlib.resources, pkgutil  # not saved: modules of the library keep their own state
folder = tempfile.mkdtemp()  # not saved: modules of the library keep their own state
def write(name, text):  # not saved: modules of the library keep their own state
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f: f.write(text)
write('pk_one/__init__.py', 'from .inner import VALUE\n')  # not saved: modules of the library keep their own state
write('pk_one/inner.py', 'from . import other\nVALUE = other.BASE + 1\n')  # not saved: modules of the library keep their own state
write('pk_one/other.py', 'BASE = 41\n')  # not saved: modules of the library keep their own state
write('pk_one/note.txt', 'hello')  # not saved: modules of the library keep their own state
write('dist_one-1.5.dist-info/METADATA', 'Metadata-Version: 2.1\nName: dist-one\nVersion: 1.5\n')  # not saved: modules of the library keep their own state
write('space/pk_space/leaf.py', 'LEAF = 3\n')  # not saved: modules of the library keep their own state
write('again.py', 'N = 1\n')  # not saved: modules of the library keep their own state
sys.path[:0] = [folder, folder + '/space']  # not saved: modules of the library keep their own state
import pk_one, pk_space.leaf  # not saved: modules of the library keep their own state
print(pk_one.VALUE, pk_space.leaf.LEAF, pk_one.__spec__.parent)  # not saved: modules of the library keep their own state  # expect: 42 3 pk_one
print(importlib.util.find_spec('pk_one.other').name, importlib.util.find_spec('no_such_module'))  # not saved: modules of the library keep their own state  # expect: pk_one.other None
print([m.name for m in pkgutil.iter_modules(pk_one.__path__)], importlib.resources.files('pk_one').joinpath('note.txt').read_text())  # not saved: modules of the library keep their own state  # expect: ['inner', 'other'] hello
print(importlib.metadata.version('dist-one'))  # not saved: modules of the library keep their own state  # expect: 1.5
importlib.metadata.version('dist-none')  # not saved: modules of the library keep their own state  # expect error: PackageNotFoundError: No package metadata was found for dist-none
import again  # not saved: modules of the library keep their own state
write('again.py', 'N = 22\n')  # not saved: modules of the library keep their own state
print(importlib.reload(again) is again, again.N)  # not saved: modules of the library keep their own state  # expect: True 22
spec = importlib.util.spec_from_file_location('by_file', folder + '/pk_one/other.py')  # not saved: modules of the library keep their own state
module = importlib.util.module_from_spec(spec)  # not saved: modules of the library keep their own state
spec.loader.exec_module(module)  # not saved: modules of the library keep their own state
print(module.BASE, module.__name__)  # not saved: modules of the library keep their own state  # expect: 41 by_file
class Finder:  # not saved: modules of the library keep their own state
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == 'virtual_one' else None
    def create_module(self, spec): return None
    def exec_module(self, module): module.W = module.__name__ + '!'
sys.meta_path.append(Finder())  # not saved: modules of the library keep their own state
import virtual_one  # not saved: modules of the library keep their own state
print(virtual_one.W)  # not saved: modules of the library keep their own state  # expect: virtual_one!
class Hook:  # not saved: modules of the library keep their own state
    def __init__(self, entry):
        if not entry.startswith('memory:'): raise ImportError
    def find_spec(self, name, target=None):
        return importlib.util.spec_from_loader(name, Finder()) if name == 'virtual_two' else None
sys.path_hooks.append(Hook)  # not saved: modules of the library keep their own state
sys.path.append('memory:x')  # not saved: modules of the library keep their own state
import virtual_two  # not saved: modules of the library keep their own state
print(virtual_two.W)  # not saved: modules of the library keep their own state  # expect: virtual_two!
import zipfile  # not saved: modules of the library keep their own state
with zipfile.ZipFile(folder + '/z.zip', 'w') as z: z.writestr('zipped_one.py', 'Z = 5')  # not saved: modules of the library keep their own state
sys.path.append(folder + '/z.zip')  # not saved: modules of the library keep their own state
import zipped_one  # not saved: modules of the library keep their own state
print(zipped_one.Z)  # not saved: modules of the library keep their own state  # expect: 5
import pk_one.other.deep  # not saved: modules of the library keep their own state  # expect error: ModuleNotFoundError: No module named 'pk_one.other.deep'; 'pk_one.other' is not a package
print('json' in sys.stdlib_module_names, 'pk_one' in sys.stdlib_module_names)  # expect: True False
