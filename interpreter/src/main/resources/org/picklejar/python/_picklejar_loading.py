"""Saved states: reading, checking and restoring them. What a state is stands in _picklejar_state, which writes them."""

import binascii
import json
import sys
import types
import zlib
from _sha2 import sha256

import _picklejar_loops
import _picklejar_values
import stackless
from _stackless import (
    _rebound_names,
    _restore_arrivals,
    _restore_runs,
    _restore_time_left,
    _set_asyncgen_hooks_of,
    _set_running_loop_of,
)
from stackless._wrap import load as load_state

FORMAT = 'picklejar-state'
VERSION = 7
MIME = 'application/vnd.picklejar.state+json'


class StateError(Exception):
    """A state that cannot be saved or loaded; the message says why and what to do."""


def _adopt_sources(sources, saved):
    """Makes the texts of cells known under names that tell them from the cells of this session. Returns old name -> new name."""
    from _stackless import _add_source, _source_text

    names = {}
    for file, text in sources.items():
        if _source_text(file) != text:
            names[file] = file if ', saved ' in file else f'{file[:-1]}, saved {saved[:19].replace("T", " ")}>'
            _add_source(names[file], text)
    return names


def code_magic():
    from _stackless import _code_magic as magic

    return magic()


def loads(text, paused=False, replace=False):
    """Restores a state from its text."""
    return load(check(json.loads(text), 'the text'), paused, replace)


def read(path):
    """The state in a file, checked."""
    try:
        with open(path, 'rb') as f:
            raw = f.read()
    except OSError as e:
        raise StateError(f'cannot read {path}: {e.strerror}') from None
    try:
        state = json.loads(raw.decode('utf-8'))
    except (ValueError, RecursionError):
        raise StateError(f'{path} is no state file, or it was cut off: it is not valid JSON') from None
    return check(state, path)


def check(state, where):
    """A state and its pickle, once it is known to be whole and of this version. where: what the message calls it."""
    if (
        not isinstance(state, dict)
        or not isinstance(state.get('manifest'), dict)
        or state['manifest'].get('format') != FORMAT
    ):
        raise StateError(f'{where} is no state of Picklejar')
    manifest = state['manifest']
    if manifest.get('version') != VERSION:
        raise StateError(
            f'{where} has format version {manifest.get("version")}; this Picklejar reads version {VERSION}'
        )
    try:
        data = zlib.decompress(binascii.a2b_base64(state['pickle'], strict_mode=True))
    except Exception:
        raise StateError(f'{where} is damaged: its pickle cannot be unpacked') from None
    if sha256(data).hexdigest() != manifest.get('sha256'):
        raise StateError(f'{where} was altered: its pickle is not the one that the manifest tells of')
    if manifest.get('code_magic') != code_magic():
        raise StateError(f'{where} was saved by another version of Picklejar: its code cannot run here')
    return state, data


class _Loading:
    """Which globals a load has set, and what they were before."""

    def __init__(self, replace):
        self.replace = replace
        self.restored, self.kept, self.skipped = [], [], []
        self._before, self._modules = {}, []

    def set(self, name, value):
        main = sys.modules['__main__'].__dict__
        if name in main and _same(main[name], value):
            self.skipped.append(name)
        elif name in main and not self.replace:
            self.kept.append(name)
        else:
            self._before[name] = main.get(name, self)
            main[name] = value
            self.restored.append(name)

    def put_in_order(self, names):
        """Gives the globals that are new here the order that they had."""
        main = sys.modules['__main__'].__dict__
        for name in names:
            if self._before.get(name) is self and name in main:
                main[name] = main.pop(name)

    def set_module(self, name, module):
        if name not in sys.modules:
            sys.modules[name] = module
            self._modules.append(name)

    def undo(self):
        for name in self._modules:
            del sys.modules[name]
        main = sys.modules['__main__'].__dict__
        for name, value in self._before.items():
            if value is self:
                del main[name]
            else:
                main[name] = value


def scheduled():
    """The tasklets in the run queue of this thread, without the current one."""
    out = []
    first = stackless.getcurrent()
    t = first.next
    while t is not None and t is not first:
        out.append(t)
        t = t.next
    return out


_loading = None


def set_global(name, value):
    """Sets a global of the state that is being loaded; named in pickles."""
    _loading.set(name, value)


def load(checked, paused=False, replace=False):
    """Restores a state that read() or check() gave.

    Returns {'tasklets', 'restored', 'kept', 'skipped'}: the tasklets; the names that were set, those that had another value and were left, and
    those that had the same value already.
    """
    state, data = checked
    before = set(scheduled())
    missing = []
    for module in state['manifest']['modules']:
        try:
            __import__(module)
        except ImportError as e:
            missing.append(f'{module} ({e})')
    if missing:
        raise StateError('modules that the state needs are missing here: ' + ', '.join(missing))
    if state['manifest'].get('whole'):
        # The state has what became of those that the modules start when they are imported.
        for t in scheduled():
            if t not in before:
                t.remove()
    from _stackless import _rename_files

    global _loading
    _loading = loading = _Loading(replace)
    _picklejar_values.add_module = loading.set_module
    try:
        _rename_files(_adopt_sources(state['manifest'].get('sources', {}), state['manifest']['saved']))
        content = load_state(data)
        loading.put_in_order(state['manifest'].get('globals', ()))
    except Exception as e:
        loading.undo()
        raise StateError(f'the state cannot be restored: {type(e).__name__}: {e}') from e
    finally:
        _loading = None
        _picklejar_values.add_module = sys.modules.setdefault
        _rename_files({})
    for home, name, value in content['rebound']:
        if home in sys.modules and name not in _rebound_names(vars(sys.modules[home])):
            types.ModuleType.__setattr__(sys.modules[home], name, value)
    sys.setrecursionlimit(max(sys.getrecursionlimit(), content['recursion_limit']))
    _restore_arrivals(content['arrivals'])
    _restore_time_left(content.get('time_left', []))
    for t, loop in content['loops']:
        _set_running_loop_of(t, loop)
    _picklejar_loops.set_steps(content.get('steps', ()))
    for t, hooks in content.get('asyncgen_hooks', ()):
        _set_asyncgen_hooks_of(t, hooks)
    if not paused:
        for t in content['queue']:
            t.insert()
        _restore_runs(content['runs'])
    return {
        'tasklets': content['tasklets'],
        'restored': sorted(loading.restored),
        'kept': sorted(loading.kept),
        'skipped': sorted(loading.skipped),
    }


def _same(a, b):
    if a is b:
        return True
    try:
        return type(a) is type(b) and isinstance(a, (int, float, str, bytes, tuple)) and bool(a == b)
    except Exception:
        return False
