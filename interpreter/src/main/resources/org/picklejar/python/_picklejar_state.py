"""Saved states: tasklets with all that they need to go on in a fresh process.

A state is one JSON object: a manifest that can be read without running anything, and the compressed pickle in base64.
Functions and classes of ``__main__`` go by value, with the globals that their code names, transitively. Everything else that can be
imported goes by reference. Tasklets, channels, frames and generators are pickled by module ``stackless``.
"""

import builtins
import sys
import types
from _sha2 import sha256

import stackless
from _stackless import (
    _asyncgen_hooks_of,
    _by_arrival,
    _global_names,
    _import,
    _leading_to,
    _modules_in_progress,
    _pending_runs,
    _reachable_tasklets,
    _rebound_names,
    _running_code,
    _running_loop_of,
    _steps_of_tasks,
    _tasklet_rows,
    _time_left,
    _try_states,
    _waiting_outside,
)


def _import_whole():
    """
    Imports what this module needs. Modules that the program is still importing are no use here: they are put aside meanwhile, and the
    whole ones are only for this module.
    """
    aside = {}
    for name, module in list(sys.modules.items()):
        spec = vars(module).get('__spec__') if type(module) is types.ModuleType else None
        if name not in (__name__, '_picklejar_modules', '_picklejar_values', '_picklejar_loading') and getattr(
            spec, '_initializing', False
        ):
            aside[name] = sys.modules.pop(name)
    try:
        import binascii  # noqa: E401
        import heapq
        import json
        import linecache
        import os
        import pickle
        import time
        import tokenize
        import zlib

        import _picklejar_loading  # noqa: E401
        import _picklejar_values

        globals().update({name: value for name, value in locals().items() if type(value) is types.ModuleType})
    finally:
        sys.modules.update(aside)


_import_whole()

#: All that others use of states is found here.
from _picklejar_loading import (
    FORMAT,
    MIME,
    VERSION,
    StateError,
    check,
    code_magic,
    load,
    loads,
    read,
    scheduled,
    set_global,
)  # noqa: E402
from _picklejar_modules import Data, data_of, is_own, neighbours, of_program  # noqa: E402

#: What a module has by itself.
_NAMES_OF_A_MODULE = frozenset(
    '__annotations__ __builtins__ __cached__ __doc__ __file__ __loader__ __name__ __package__ __spec__'.split()
)
#: Of the kernel.
_NAMES_OF_CELLS = frozenset('In Out get_ipython exit quit open _ __ ___ _i _ii _iii _dh _ih _oh _sh'.split())


def _main():
    return sys.modules['__main__']


# ---- what there is


def _frames(t):
    f = t.frame
    while f is not None:
        yield f
        f = f.f_back


def all_tasklets():
    """
    The tasklets that can be saved: in the run queue, in a call of run(), waiting for the outside, held by variables of cells and of modules of the program, or
    blocked on channels reachable from these.
    """
    roots = [*_globals().values(), *scheduled(), *_waiting_outside(), *(waiting for waiting, *_ in _pending_runs())]
    for module in of_program():
        roots += vars(module).values()
        roots += (value for _, value in data_of(module))
    return _reachable_tasklets(roots, True)


def _globals():
    return {k: v for k, v in _main().__dict__.items() if not _is_own(k, v)}


def _is_own(name, value):
    """Whether a global is the machine's, not one of the program that happens to be called so."""
    if name in _NAMES_OF_A_MODULE:
        return True
    if name not in _NAMES_OF_CELLS or 'get_ipython' not in vars(builtins):
        return False
    if issubclass(type(value), type):
        return type.__dict__['__dict__'].__get__(value).get('__module__') != '__main__'
    return type(value) is not types.FunctionType or value.__globals__ is not _main().__dict__


def _source_line(file, line):
    text = linecache.getline(file, line).strip()
    return text or source_line(file, line)


def source_line(file, line):
    """The text of a line of a cell; '' when it is not known."""
    from _stackless import _source_line as find

    return (find(file, line) or '').strip()


def describe(tasklets):
    """What the manifest says of tasklets: a dict for each."""
    rows = _tasklet_rows(tasklets, _main().__dict__)
    sources = {(None, None): ''}
    for row in rows:
        place = row['file'], row['line']
        if place not in sources:
            sources[place] = _source_line(*place)
        row['source'] = sources[place]
    return rows


def list_tasklets():
    """What there is to say of each tasklet (see describe), and 'problem': why it cannot be pickled, or None."""
    with _for_states():
        tasklets = all_tasklets()
        rows = describe(tasklets)
        problems = _Problems(tasklets).found if tasklets else {}
        for row in rows:
            row['problem'] = problems.get(row['id'])
        return rows


# ---- saving


_FLAGS = stackless.PICKLEFLAGS_PICKLE_CONTEXT | stackless.PICKLEFLAGS_PRESERVE_AG_FINALIZER


class _for_states:
    """How tasklets are pickled for states: they take contexts and finalizers with them, and no import hook of the program runs meanwhile."""

    def __enter__(self):
        self._hook = builtins.__import__
        builtins.__import__ = _import
        self._before = stackless.pickle_flags(_FLAGS, _FLAGS)

    def __exit__(self, *error):
        builtins.__import__ = self._hook
        stackless.pickle_flags(self._before, _FLAGS)


class _Global:
    """A global variable that is set as soon as it is unpickled: methods that unpickling calls may need it."""

    def __init__(self, name, value):
        self.pair = name, value

    def __reduce__(self):
        return set_global, self.pair


def _rebound(tasklets):
    """
    (module, name, value) of what functions of modules have assigned to globals, which are not as in a fresh process: those that the
    running functions name.
    """
    out = {}
    for code, namespace in _running_code(tasklets):
        home = namespace.get('__name__')
        module = sys.modules.get(home)
        if home == '__main__' or type(module) is not types.ModuleType or vars(module) is not namespace:
            continue
        for name in set(_rebound_names(namespace)).intersection(_global_names(code)):
            if name in namespace:
                out[home, name] = namespace[name]
    return [(home, name, value) for (home, name), value in out.items()]


class _Needs:
    """
    The globals that code names, as soon as the code that names them is pickled: modules, then functions and classes, then others; and the data of modules that
    are named.

    tasklets: what leads to them is needed, too. more_names: globals that are needed in any case.
    """

    def __init__(self, tasklets, more_names=()):
        unfinished = _modules_in_progress(list(tasklets))
        #: (tasklet, event loop that runs in it)
        self.loops = [(t, loop) for t in tasklets if (loop := _running_loop_of(t)) is not None]
        #: Where what cannot be pickled is in modules, and why.
        self.left_out = {}
        self.names = set()
        self._known = None
        self._waiting = []
        self._seen = set()
        self.pickler = _picklejar_values.StatePickler(unfinished, self, [loop for _, loop in self.loops])
        modules = of_program()
        self._own = [m for m in modules if is_own(m) and not self.pickler.is_unfinished(m)]
        values = {k: v for k, v in _globals().items() if not k.startswith('_')}
        data = [(module, *found) for module in modules for found in data_of(module)]
        leads = _leading_to([*values.values(), *(value for *_, value in data)], tasklets)
        self._held = set(more_names).union(name for name, leads in zip(values, leads) if leads)
        for found, leads in zip(data, leads[len(values) :]):
            if leads:
                self._add(Data.at(*found))

    def __call__(self, named):
        """The next one in a list, or an empty list. Each is given once. named: (module, name) of what says that it is found by that."""
        p = self.pickler
        for module, name in named:
            if module == '__main__':
                p.note_name(name)
        known = len(p.names), p.any_name, len(p.modules), len(p.imported)
        if known != self._known:
            self._known = known
            self._find()
            self._find_modules()
        if not self._waiting:
            return []
        _, name, data = heapq.heappop(self._waiting)
        return [data or _Global(name, _main().__dict__[name])]

    def begin(self):
        """What undo() goes back to."""
        return self.pickler.noted(), list(self._waiting), set(self._seen), set(self.names)

    def undo(self, before, item, error):
        """It could not be pickled."""
        noted, self._waiting, self._seen, self.names = before
        self.pickler.go_back(noted)
        self._known = None
        if type(item) is Data:
            self.left_out[item.where] = str(error).removeprefix(f'{item.pair[0]}: ')

    def _find(self):
        main = _main().__dict__
        wanted = set(_globals()) if self.pickler.any_name else self.pickler.names.keys() | self._held
        for name in wanted - self.names:
            if name in main and not _is_own(name, main[name]):
                self.names.add(name)
                self.pickler.any_name |= main[name] is _main()
                kind = type(main[name])
                is_code = kind is types.FunctionType or issubclass(kind, type)
                heapq.heappush(self._waiting, (0 if kind is types.ModuleType else 1 if is_code else 2, name, None))

    def _find_modules(self):
        """The modules that are named, and those that they name in turn. What was installed takes care of itself."""
        named = self.pickler.modules | self.pickler.imported
        todo = [sys.modules.get(name) for name in named - self._seen]
        while todo:
            module = todo.pop()
            if module in self._own and module.__name__ not in self._seen:
                self._seen.add(module.__name__)
                for names, value in data_of(module):
                    self._add(Data.at(module, names, value))
                for where, value in self.pickler.shared.get(module, ()):
                    self._add(Data(where, value, None))
                todo += neighbours(module)

    def _add(self, data):
        heapq.heappush(self._waiting, (3, f'{data.where} {len(self._waiting)}', data))


class _Tried:
    """Something that is pickled to see whether it can be, and the tasklets that cannot be saved without it."""

    def __init__(self, tasklets, content):
        self.tasklets = tasklets
        self._content = content

    def __reduce__(self):
        return tuple, ((self._content,),)


class _Problems(_Needs):
    """
    What is in the way of saving tasklets: ``found`` has the error that the save of each would end in, by its number. What several of them need is pickled
    once; what cannot be pickled, as often as somebody needs it.
    """

    def __init__(self, tasklets):
        super().__init__(tasklets)
        self.found = {}
        self._bad = {}
        variables, self._held = self._held, set()
        data, self._waiting = self._waiting, []
        parts = self._parts(tasklets)
        self.pickler.try_each([_Tried([t], (t, parts[n])) if (n := t.__number__) in parts else t for t in tasklets])
        for name in variables:
            value = _main().__dict__[name]
            self._try(_reachable_tasklets([value], False), _Global(name, value))
        for entry in data:
            self._waiting = [entry]
            self._try(_reachable_tasklets([entry[2].pair[1]], False), None)
            self._waiting = []

    def _try(self, tasklets, content):
        self.pickler.try_each([_Tried(tasklets, content)])

    def _parts(self, tasklets):
        """What else is written of those tasklets that have more than themselves, by number."""
        parts = {}
        for t, *content in [*_pending_runs(), *self.loops]:
            parts.setdefault(t.__number__, []).append(content)
        if _rebound(tasklets) or _modules_in_progress(list(tasklets)):
            for t in tasklets:
                parts.setdefault(t.__number__, []).extend((_rebound([t]), _modules_in_progress([t])))
        return parts

    def _find(self):
        super()._find()
        for name in self._bad.keys() & self.names:
            raise self._bad[name]

    def undo(self, before, item, error):
        if type(item) is not Data:
            for t in item.tasklets if type(item) is _Tried else [item]:
                self.found.setdefault(t.__number__, _culprit([t], self.pickler, error))
            if f'{error}'.startswith("global '"):
                self._bad[f'{error}'.split("'")[1]] = error.with_traceback(None)
        super().undo(before, item, error)


def _dump(tasklets, more_names):
    """
    Pickles tasklets with the globals that they need, transitively, and some more. Returns the pickle, the names of these in their order, modules, texts of cells, and why what
    data of modules was left out. StateError says what cannot be pickled, and where it is.
    """
    needs = _Needs(tasklets, more_names)
    pickler = needs.pickler
    chosen = {t.__number__ for t in tasklets}
    try:
        data = pickler.dump(
            {
                'modules': _modules_in_progress(list(tasklets)),
                'tasklets': tasklets,
                'recursion_limit': sys.getrecursionlimit(),
                'rebound': _rebound(tasklets),
                'time_left': _time_left(tasklets),
                'arrivals': _by_arrival(tasklets),
                'queue': [t for t in scheduled() if t.__number__ in chosen],
                'runs': [r for r in _pending_runs() if r[0].__number__ in chosen],
                'loops': needs.loops,
                'steps': _steps_of_tasks(list(tasklets)),
                'asyncgen_hooks': [(t, h) for t in tasklets if (h := _asyncgen_hooks_of(t)) is not None],
            }
        )
    except Exception as e:
        raise StateError(f'nothing was saved: {_culprit(tasklets, pickler, e)}') from None
    names = [name for name in _main().__dict__ if name in needs.names]
    return data, names, _modules_of(pickler), _sources(pickler.files), needs.left_out


def _modules_of(pickler):
    """The modules that a pickle names, in the order in which they were imported; without those that are always there."""
    return [
        name
        for name, module in sys.modules.items()
        if name in pickler.modules
        and name not in ('builtins', 'importlib', 'stackless', 'sys')
        and not name.startswith(('stackless.', '_picklejar'))
    ]


def _culprit(tasklets, pickler, error):
    """What cannot be pickled: the message of the error, with the global or tasklet that leads there and who needs it."""
    message = (
        f'{error}'
        if isinstance(error, (TypeError, AttributeError, pickle.PicklingError))
        else f'{type(error).__name__}: {error}'
    )
    if not message.startswith("global '"):
        return message
    name = message.split("'")[1]
    return f'{message} (needed by {_who_needs(name, tasklets, pickler.names)})'


def _who_needs(name, tasklets, named_by):
    """The functions by which a global is needed, and the first tasklet that runs the last of them."""
    chain = []
    while name in named_by and named_by[name] not in chain:
        name = named_by[name]
        chain.append(name)
    for t in tasklets:
        if any(f.f_code.co_qualname in chain for f in _frames(t)):
            return ' in '.join(f'{function}()' for function in chain) + f' in tasklet {t.__number__}'
    return ' in '.join(f'{function}()' for function in chain) or 'a variable that holds a tasklet'


#: Pickles up to this size, in bytes, are tried before they are called saved.
CHECKED_SIZE = 16 << 20
#: How many globals and tasklets of a state that cannot be loaded are tried one by one, to name the one that is the reason.
_MOST_SUSPECTS = 20


def _check(state, tasklets, names):
    """Loads a state into a fresh runtime. StateError says what cannot be loaded."""
    with _for_states():
        (reason,) = _try_states([json.dumps(state)], os.getcwd())
    if not reason:
        return
    main = _main().__dict__
    suspects = [(f'global {name!r}', [], [name]) for name in names if name in main]
    suspects += [(f'tasklet {t.__number__}', [t], ()) for t in tasklets]
    culprit = ''
    if len(suspects) > 1:
        states = [(what, json.dumps(_state(some, name))) for what, some, name in suspects[:_MOST_SUSPECTS]]
        # What leads to the culprit fails as well: the smallest state that fails is the culprit's own.
        for what, text in sorted(states, key=lambda pair: len(pair[1])):
            (why,) = _try_states([text], os.getcwd())
            if why:
                culprit, reason = f'{what}: ', why
                break
    raise StateError(f'nothing was saved, since it could not be loaded again: {culprit}{reason}')


def why_not_loaded(text, path):
    """Why a state cannot be loaded here, where nothing else is; '' when it can. path: for sys.path."""
    sys.path[:] = path
    try:
        load(check(json.loads(text), 'the state'), paused=True)
    except StateError as e:
        return str(e).removeprefix('the state cannot be restored: ')
    return ''


def make_state(ids=None, checked=None):
    """
    The state as a JSON-like dict. ids: numbers or variable names; None for all. checked: whether it is loaded into a fresh runtime
    before it is called saved; None for a size of at most CHECKED_SIZE.
    """
    tasklets = all_tasklets()
    if ids:
        wanted = {str(i) for i in ids}
        rows = describe(tasklets)
        known = {str(row['id']) for row in rows} | {row['name'] for row in rows}
        missing = sorted(wanted - known)
        if missing:
            raise StateError(f'no such tasklet: {", ".join(missing)} (see %tasklets)')
        tasklets = [t for t, row in zip(tasklets, rows) if str(row['id']) in wanted or row['name'] in wanted]
    if not tasklets:
        raise StateError(
            'there is no tasklet to save: none is in the run queue, held by a variable or blocked on a channel that one of these reaches'
        )

    state = _state(tasklets, whole=not ids)
    manifest = state['manifest']
    if checked or checked is None and manifest['size'] <= CHECKED_SIZE:
        _check(state, tasklets, manifest['globals'])
    return state


def _state(tasklets, more_names=(), whole=False):
    with _for_states():
        rows = describe(tasklets)
        data, names, modules, sources, left_out = _dump(tasklets, more_names)
    manifest = {
        'format': FORMAT,
        'version': VERSION,
        'dialect': '.'.join(map(str, sys.version_info[:3])),
        'code_magic': code_magic(),
        'saved': time.strftime('%Y-%m-%dT%H:%M:%S%z'),
        'tasklets': rows,
        'modules': modules,
        'globals': names,
        'left_out': left_out,
        'whole': whole,
        'sources': sources,
        'size': len(data),
        'sha256': sha256(data).hexdigest(),
    }
    return {'manifest': manifest, 'pickle': binascii.b2a_base64(zlib.compress(data, 3), newline=False).decode('ascii')}


def _sources(files):
    """The texts of the cells that code comes from, so that tracebacks can show their lines anywhere."""
    from _stackless import _source_text

    texts = {
        file: _source_text(file)
        for file in sorted(files)
        if file.startswith('<') and not file.startswith('<picklejar>')
    }
    return {file: text for file, text in texts.items() if text is not None}


def save(path, ids=None, checked=None):
    """Writes a state file: aside first, then renamed. Returns the manifest. For the arguments see make_state."""

    with _for_states():
        state = make_state(ids, checked)
        text = json.dumps(state)
    target = os.path.realpath(path)
    aside = f'{target}.{os.getpid()}.new'
    try:
        with open(aside, 'w', encoding='utf-8') as f:
            f.write(text)
            f.flush()
        os.replace(aside, target)
    except OSError as e:
        raise StateError(f'cannot write {path}: {e.strerror}') from None
    finally:
        if os.path.exists(aside):
            os.unlink(aside)
    return state['manifest']


def dumps(ids=None, checked=None):
    """The state as text, which is what save() writes. For the arguments see make_state."""
    with _for_states():
        return json.dumps(make_state(ids, checked))
