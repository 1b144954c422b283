"""What importlib asks of the interpreter. There are no frozen modules and no extension modules."""

import sys

check_hash_based_pycs = 'default'
pyc_magic_number_token = 168627187


def is_builtin(name, /):
    return 1 if name in sys.builtin_module_names else 0


def is_frozen(name, /):
    return False


def is_frozen_package(name, /):
    raise ImportError(f'No such frozen object named {name}', name=name)


def find_frozen(name, /, *, withdata=False):
    return None


def get_frozen_object(name, data=None, /):
    raise ImportError(f'No such frozen object named {name}', name=name)


def init_frozen(name, /):
    return None


def create_builtin(spec, /):
    module = __import__(spec.name)
    return sys.modules.get(spec.name, module)


def exec_builtin(mod, /):
    return 0


def create_dynamic(spec, file=None, /):
    raise ImportError(f'extension modules cannot be loaded: {spec.name}', name=spec.name)


def exec_dynamic(mod, /):
    return 0


def extension_suffixes():
    return []


def acquire_lock():
    pass


def release_lock():
    pass


def lock_held():
    return False


def _fix_co_filename(code, path, /):
    pass


def _frozen_module_names():
    return []


def _override_frozen_modules_for_tests(override, /):
    pass


def _override_multi_interp_extensions_check(override, /):
    return 0


def source_hash(key, source):
    import _struct

    # FNV-1a stands in for SipHash: the value is only compared with our own.
    h = 0xCBF29CE484222325 ^ key
    for b in source:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return _struct.pack('<Q', h)
