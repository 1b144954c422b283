"""Saved states: tasklets with all that they need to go on in a fresh process.

A state is one JSON object: a manifest that can be read without running anything, and the compressed pickle in base64.
Functions and classes of ``__main__`` go by value, with the globals that their code names, transitively. Everything else that can be
imported goes by reference. Tasklets, channels, frames and generators are pickled by module ``stackless``.
"""

import io
import pickle
import sys
import types
import zlib

import _picklejar_reductions as reductions
import stackless
from _stackless import _pending_runs, _restore_runs

FORMAT = 'picklejar-state'
VERSION = 2
MIME = 'application/vnd.picklejar.state+json'

_OWN_NAMES = frozenset(('In', 'Out', 'get_ipython', 'exit', 'quit', 'open', '_', '__', '___', '_i', '_ii', '_iii', '_dh', '_ih', '_oh', '_sh'))
_CODE = types.CodeType


class StateError(Exception):
    """A state that cannot be saved or loaded; the message says why and what to do."""


# ---- by value

def _main():
    return sys.modules['__main__']


def _make_class(metaclass, name, bases, qualname, slots):
    namespace = {'__module__': '__main__', '__qualname__': qualname}
    if slots is not None:
        namespace['__slots__'] = slots
    return types.new_class(name, bases, {'metaclass': metaclass}, lambda ns: ns.update(namespace))


def _fill_class(cls, attributes):
    for other in attributes.pop('_registered', ()):
        cls.register(other)
    for name, value in attributes.items():
        if name == '__abstractmethods__':
            cls.__abstractmethods__ = value
        else:
            setattr(cls, name, value)
    return cls


def _make_enum(bases, name, qualname, members, extra):
    metaclass = type(bases[0])
    namespace = metaclass.__prepare__(name, bases)
    namespace.update({'__module__': '__main__', '__qualname__': qualname})
    for key, value in members.items():
        namespace[key] = value
    for key, value in extra.items():
        namespace[key] = value
    return metaclass(name, bases, namespace)


def _make_function(code):
    return types.FunctionType(code, _main().__dict__, code.co_name, None, tuple(types.CellType() for _ in code.co_freevars))


def _fill_function(function, state):
    name, qualname, defaults, kwdefaults, cells, attributes, annotations, doc, module, params = state
    function.__name__ = name
    function.__qualname__ = qualname
    function.__defaults__ = defaults
    function.__kwdefaults__ = kwdefaults
    if cells:
        made = types.FunctionType(function.__code__, function.__globals__, name, defaults, cells)
        _adopt_closure(function, made)
    function.__dict__.update(attributes)
    if annotations:
        function.__annotations__ = annotations
    function.__doc__ = doc
    function.__module__ = module
    function.__type_params__ = params
    return function


def _adopt_closure(function, made):
    from _stackless import _set_closure
    _set_closure(function, made.__closure__)


class StatePickler(pickle.Pickler):
    """Takes functions and classes of ``__main__`` by value, and notes which names their code uses."""

    def __init__(self, file):
        super().__init__(file, 5)
        self.names = set()
        self.modules = set()
        self._seen_code = set()
        self._table = reductions.make_table()

    def _note(self, code):
        if code in self._seen_code:
            return
        self._seen_code.add(code)
        self.names.update(code.co_names)
        for constant in code.co_consts:
            if isinstance(constant, _CODE):
                self._note(constant)

    def reducer_override(self, o):
        kind = type(o)
        if kind is _CODE:
            self._note(o)
            return NotImplemented
        if kind is types.FunctionType:
            self._note(o.__code__)
            if o.__module__ == '__main__' and o.__globals__ is _main().__dict__:
                return self._function(o)
            return NotImplemented
        if isinstance(o, type) and getattr(o, '__module__', None) == '__main__' and kind.__module__ != 'stackless':
            return self._class(o)
        special = self._table.get(kind)
        if special is not None:
            return special(o)
        if getattr(kind, '__reduce__', None) is None:
            return reductions.by_name(o) or NotImplemented
        if kind is property:
            return property, (o.fget, o.fset, o.fdel, o.__doc__)
        if kind is classmethod or kind is staticmethod:
            return kind, (o.__func__,)
        if kind is types.ModuleType:
            if o.__name__ != '__main__':
                self.modules.add(o.__name__)
        return reductions.by_kind(o, kind) or NotImplemented

    def _function(self, f):
        state = (f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__closure__ or (), dict(f.__dict__),
                 dict(f.__annotations__), f.__doc__, f.__module__, f.__type_params__)
        return _make_function, (f.__code__,), state, None, None, _fill_function

    def _class(self, c):
        bases = c.__bases__
        if 'enum' in sys.modules and isinstance(c, sys.modules['enum'].EnumType):
            members = {m.name: m.value for m in c}
            extra = {k: v for k, v in c.__dict__.items() if isinstance(v, (types.FunctionType, property, classmethod, staticmethod))
                     and not k.startswith('_')}
            return _make_enum, (bases, c.__name__, c.__qualname__, members, extra)
        slots = c.__dict__.get('__slots__')
        skip = {'__dict__', '__weakref__', '__module__', '__qualname__', '__slots__', '__abstractmethods__', '_abc_impl',
                '__static_attributes__', '__firstlineno__'}
        if slots is not None:
            skip.update((slots,) if isinstance(slots, str) else slots)
        attributes = {k: v for k, v in c.__dict__.items() if k not in skip}
        if '__abstractmethods__' in c.__dict__:
            attributes['__abstractmethods__'] = c.__abstractmethods__
        if '_abc_impl' in c.__dict__:
            from _abc import _get_dump
            attributes['_registered'] = [r() for r in _get_dump(c)[0] if r() is not None]
        return _make_class, (type(c), c.__name__, bases, c.__qualname__, slots), attributes, None, None, _fill_class


class _Global:
    """A global variable that is set as soon as it is unpickled: methods that unpickling calls may need it."""

    def __init__(self, name, value):
        self.pair = name, value

    def __reduce__(self):
        return _set_global, self.pair


class _Loading:
    """Which globals a load has set, and what they were before."""

    def __init__(self, replace):
        self.replace = replace
        self.restored, self.kept, self._before = [], [], {}

    def set(self, name, value):
        main = _main().__dict__
        if name in main and not self.replace and not _same(main[name], value):
            self.kept.append(name)
            return
        self._before[name] = main.get(name, self)
        main[name] = value
        self.restored.append(name)

    def undo(self):
        main = _main().__dict__
        for name, value in self._before.items():
            if value is self:
                del main[name]
            else:
                main[name] = value


_loading = None


def _set_global(name, value):
    _loading.set(name, value)


def _globals_first(names):
    """Modules, classes and functions come before what may need them."""
    main = _main().__dict__

    def rank(name):
        value = main[name]
        return 0 if isinstance(value, types.ModuleType) else 1 if isinstance(value, (type, types.FunctionType)) else 2
    return [_Global(n, main[n]) for n in sorted(names, key=rank)]


class _Sink(io.RawIOBase):
    def write(self, data):
        return len(data)


# ---- what there is

def _values(o):
    if isinstance(o, dict):
        return list(o.values())
    if isinstance(o, (list, tuple, set, frozenset)):
        return list(o)
    if isinstance(o, (type, types.ModuleType, types.FunctionType)):
        return ()
    return list(getattr(o, '__dict__', {}).values()) if type(o).__module__ == '__main__' else ()


def _frames(t):
    f = t.frame
    while f is not None:
        yield f
        f = f.f_back


def _scheduled():
    out = []
    first = stackless.getcurrent()
    t = first.next
    while t is not None and t is not first:
        out.append(t)
        t = t.next
    return out


def all_tasklets():
    """The tasklets that can be saved: in the run queue, in a call of run(), held by variables, or blocked on channels reachable from these."""
    found = {}
    seen = set()
    todo = [v for k, v in _main().__dict__.items() if not k.startswith('__')]
    todo += _scheduled()
    todo += [waiting for waiting, *_ in _pending_runs()]
    while todo:
        o = todo.pop()
        if id(o) in seen:
            continue
        seen.add(id(o))
        if isinstance(o, stackless.tasklet):
            if o.alive and not o.is_main and not o.is_current:
                found[o.__number__] = o
                for f in _frames(o):
                    if f.f_globals is not f.f_locals:
                        todo.extend(f.f_locals.values())
                if isinstance(o.tempval, (stackless.channel, stackless.tasklet)):
                    todo.append(o.tempval)
        elif isinstance(o, stackless.channel):
            waiting = o.queue
            while waiting is not None:
                todo.append(waiting)
                waiting = waiting.next
        else:
            todo.extend(_values(o))
    return [found[n] for n in sorted(found)]


def _source_line(file, line):
    import linecache
    text = linecache.getline(file, line).strip()
    return text or source_line(file, line)


def source_line(file, line):
    """The text of a line of a cell; '' when it is not known."""
    from _stackless import _source_line as find
    return (find(file, line) or '').strip()


def _name_of(o):
    for k, v in _main().__dict__.items():
        if v is o and not k.startswith('_'):
            return k
    return None


def describe(t):
    """What the manifest says of a tasklet."""
    row = {'id': t.__number__, 'name': _name_of(t)}
    if t.blocked:
        channel = t._channel
        row['state'] = 'sending' if channel.balance > 0 else 'receiving'
        row['blocked_on'] = _name_of(channel) or 'a channel'
    else:
        running = any(t is waiting for waiting, *_ in _pending_runs())
        row['state'] = 'scheduled' if t.scheduled else 'in run()' if running else 'paused'
        row['blocked_on'] = None
    frames = list(_frames(t))
    row['depth'] = len(frames)
    shown = next((f for f in frames if not f.f_code.co_filename.startswith('<picklejar>/')), frames[0] if frames else None)
    if shown is not None and t.recursion_depth:
        row['function'] = shown.f_code.co_qualname
        row['file'] = shown.f_code.co_filename
        row['line'] = shown.f_lineno
        row['source'] = _source_line(shown.f_code.co_filename, shown.f_lineno)
        row['cell'] = frames[-1].f_code.co_filename
    else:
        row.update(function='(not started)', file=None, line=None, source='', cell=None)
    return row


def why_not(t):
    """Why a tasklet cannot be pickled, or None when it can."""
    try:
        with _with_contexts():
            StatePickler(_Sink()).dump(t)
    except Exception as e:
        return f'{type(e).__name__}: {e}'
    return None


def list_tasklets():
    return [dict(describe(t), problem=why_not(t)) for t in all_tasklets()]


# ---- saving

class _with_contexts:
    """Tasklets take their contexts with them."""

    def __enter__(self):
        self._before = stackless.pickle_flags(stackless.PICKLEFLAGS_PICKLE_CONTEXT, stackless.PICKLEFLAGS_PICKLE_CONTEXT)

    def __exit__(self, *error):
        stackless.pickle_flags(self._before, stackless.PICKLEFLAGS_PICKLE_CONTEXT)


def _needed_globals(tasklets):
    """The names of __main__ that the code reachable from the tasklets uses, to a fixed point."""
    main = _main().__dict__
    names = set()
    while True:
        pickler = StatePickler(_Sink())
        pickler.dump((tasklets, {n: main[n] for n in names}))
        held = {k for k, v in main.items() if isinstance(v, stackless.tasklet) and v in tasklets and not k.startswith('_')}
        more = {n for n in pickler.names | held if n in main and not (n.startswith('__') and n.endswith('__')) and n not in _OWN_NAMES}
        if more <= names:
            return sorted(names), sorted(pickler.modules)
        names |= more


def make_state(ids=None):
    """The state as a JSON-like dict. ids: numbers or variable names; None for all."""
    import base64
    import hashlib
    import time
    tasklets = all_tasklets()
    if ids:
        wanted = {str(i) for i in ids}
        chosen = [t for t in tasklets if str(t.__number__) in wanted or _name_of(t) in wanted]
        known = {str(t.__number__) for t in chosen} | {_name_of(t) for t in chosen}
        missing = sorted(wanted - known)
        if missing:
            raise StateError(f'no such tasklet: {", ".join(missing)} (see %tasklets)')
        tasklets = chosen
    if not tasklets:
        raise StateError('there is no tasklet to save: none is in the run queue, held by a variable or blocked on a channel that one of these reaches')
    with _with_contexts():
        names, modules = _needed_globals(tasklets)
        rows = [describe(t) for t in tasklets]
        buffer = io.BytesIO()
        StatePickler(buffer).dump({
            'globals': _globals_first(names), 'tasklets': tasklets, 'queue': [t for t in _scheduled() if t in tasklets],
            'runs': [r for r in _pending_runs() if r[0] in tasklets],
        })
    data = buffer.getvalue()
    manifest = {
        'format': FORMAT, 'version': VERSION, 'dialect': '.'.join(map(str, sys.version_info[:3])),
        'code_magic': _code_magic(), 'saved': time.strftime('%Y-%m-%dT%H:%M:%S%z'), 'tasklets': rows, 'modules': modules, 'globals': names,
        'size': len(data), 'sha256': hashlib.sha256(data).hexdigest(),
    }
    return {'manifest': manifest, 'pickle': base64.b64encode(zlib.compress(data, 6)).decode('ascii')}


def _code_magic():
    from _stackless import _code_magic as magic
    return magic()


def save(path, ids=None):
    """Writes a state file: aside first, then renamed. Returns the manifest."""
    import json
    import os
    state = make_state(ids)
    text = json.dumps(state, indent=1)
    aside = path + '.new'
    try:
        with open(aside, 'w', encoding='utf-8') as f:
            f.write(text)
            f.flush()
        os.replace(aside, path)
    except OSError:
        if os.path.exists(aside):
            os.unlink(aside)
        raise
    return state['manifest']


def dumps(ids=None):
    """The state as text, which is what save() writes."""
    import json
    return json.dumps(make_state(ids), indent=1)


# ---- loading

def loads(text, paused=False, replace=False):
    """Restores a state from its text."""
    import json
    return load(check(json.loads(text), 'the text'), paused, replace)


def read(path):
    """The state in a file, checked."""
    import json
    try:
        with open(path, 'rb') as f:
            raw = f.read()
    except OSError as e:
        raise StateError(f'cannot read {path}: {e.strerror}') from None
    try:
        state = json.loads(raw.decode('utf-8'))
    except ValueError:
        raise StateError(f'{path} is no state file, or it was cut off: it is not valid JSON') from None
    return check(state, path)


def check(state, where):
    """A state that was read as JSON, and its pickle; StateError when it is none of ours or was changed."""
    import base64
    import hashlib
    if not isinstance(state, dict) or not isinstance(state.get('manifest'), dict) or state['manifest'].get('format') != FORMAT:
        raise StateError(f'{where} is no state of Picklejar')
    manifest = state['manifest']
    if manifest.get('version') != VERSION:
        raise StateError(f'{where} has format version {manifest.get("version")}; this Picklejar reads version {VERSION}')
    try:
        data = zlib.decompress(base64.b64decode(state['pickle'], validate=True))
    except Exception:
        raise StateError(f'{where} is damaged: its pickle cannot be unpacked') from None
    if hashlib.sha256(data).hexdigest() != manifest.get('sha256'):
        raise StateError(f'{where} was altered: its pickle is not the one that the manifest tells of')
    if manifest.get('code_magic') != _code_magic():
        raise StateError(f'{where} was saved by another version of Picklejar: its code cannot run here')
    return state, data


def load(checked, paused=False, replace=False):
    """Restores a state that read() or check() gave. Returns {'tasklets', 'restored', 'kept', 'skipped'}."""
    state, data = checked
    missing = []
    for module in state['manifest']['modules']:
        try:
            __import__(module)
        except ImportError as e:
            missing.append(f'{module} ({e})')
    if missing:
        raise StateError('modules that the state needs are missing here: ' + ', '.join(missing))
    global _loading
    _loading = loading = _Loading(replace)
    try:
        content = pickle.loads(data)
    except Exception as e:
        loading.undo()
        raise StateError(f'the state cannot be restored: {type(e).__name__}: {e}') from e
    finally:
        _loading = None
    if not paused:
        for t in content['queue']:
            t.insert()
        _restore_runs(content['runs'])
    return {'tasklets': content['tasklets'], 'restored': loading.restored, 'kept': loading.kept, 'skipped': []}


def _same(a, b):
    if a is b:
        return True
    try:
        return type(a) is type(b) and isinstance(a, (int, float, str, bytes, tuple)) and bool(a == b)
    except Exception:
        return False
