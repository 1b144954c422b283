"""The registry of magics, and the magics.

A magic is a function ``f(line)``, ``f(line, cell)`` for cells, or ``f(line, cell=None)`` for both. ``BUILTIN`` names the module of
each that is loaded on first use; ``register`` adds more.
"""


class UsageError(Exception):
    """A magic was used in a way it does not understand."""


#: Magics whose line is Python code or raw text, in which braces and dollars mean nothing special.
TAKES_CODE = {
    'time',
    'timeit',
    'pinfo',
    'pinfo2',
    'prun',
    'history',
    'tasklets',
    'pickle_tasklets',
    'unpickle_tasklets',
}

#: name -> (module, function, kind)
BUILTIN = {}


def _declare(module, **kinds):
    for kind, names in kinds.items():
        for name in names.split():
            BUILTIN[name] = (module, name, kind)


_declare(
    'picklejar_kernel.magics_code',
    line='run load pinfo pinfo2 history who who_ls whos reset page',
    line_cell='time timeit',
)
_declare(
    'picklejar_kernel.magics_system',
    line='cd pwd env set_env lsmagic pip ls',
    cell='bash sh script writefile',
    line_cell='sx system',
)
_declare('picklejar_kernel.magics_display', line='matplotlib', cell='html markdown latex svg javascript capture')
_declare('picklejar_kernel.state', line='tasklets pickle_tasklets unpickle_tasklets')

_registered = {}


def register(name, function, kind='line'):
    """Add a magic or replace one. kind: "line", "cell" or "line_cell"."""
    if kind not in ('line', 'cell', 'line_cell'):
        raise ValueError(f'a magic is of kind line, cell or line_cell, not {kind!r}')
    _registered[name] = (function, kind)


def find(name, kind):
    """The function of a magic, or None. kind: "line" or "cell"."""
    if name in _registered:
        function, has = _registered[name]
    elif name in BUILTIN:
        module, attribute, has = BUILTIN[name]
        if kind not in has:
            return None
        try:
            function = getattr(__import__(module, fromlist=[attribute]), attribute)
        except ModuleNotFoundError as error:
            if error.name == module:
                return None
            raise
    else:
        return None
    return function if kind in has else None


def line_magic(name):
    """The function of ``%name``; UsageError without one."""
    function = find(name, 'line')
    if function is None:
        hint = f' (there is a cell magic %%{name})' if find(name, 'cell') else ''
        raise UsageError(f'Line magic function `%{name}` not found{hint}; %lsmagic lists them.')
    return function


def cell_magic(name):
    """The function of ``%%name``; UsageError without one."""
    function = find(name, 'cell')
    if function is None:
        hint = f' (there is a line magic %{name})' if find(name, 'line') else ''
        raise UsageError(f'Cell magic `%%{name}` not found{hint}; %lsmagic lists them.')
    return function


def names(kind):
    """Names of all line or cell magics, sorted."""
    found = {name for name, entry in BUILTIN.items() if kind in entry[2]}
    found.update(name for name, entry in _registered.items() if kind in entry[1])
    if kind == 'cell':
        found.add('legacy')
    return sorted(found)


def register_line_magic(function):
    """Decorator: make a function the line magic of its name."""
    register(function.__name__, function, 'line')
    return function


def register_cell_magic(function):
    """Decorator: make a function the cell magic of its name."""
    register(function.__name__, function, 'cell')
    return function


def register_line_cell_magic(function):
    """Decorator: make a function the line and cell magic of its name."""
    register(function.__name__, function, 'line_cell')
    return function


def marker(kind):
    """The decorator of methods that shall be magics, under their own name or one that it is given."""

    def mark(argument):
        if callable(argument):
            argument._magic = (argument.__name__, kind)
            return argument

        def named(function):
            function._magic = (argument, kind)
            return function

        return named

    return mark


def register_marked(instance):
    """Make the marked methods of an object magics."""
    for name in dir(type(instance)):
        mark = getattr(getattr(type(instance), name), '_magic', None)
        if mark is not None:
            register(mark[0], getattr(instance, name), mark[1])


def expand(line, namespace):
    """Replace ``{expression}`` and ``$name`` by their values; what cannot be evaluated stays. ``{{`` and ``$$`` escape."""
    out = []
    i = 0
    while i < len(line):
        c = line[i]
        if line.startswith(('{{', '}}', '$$'), i):
            out.append(c if c != '$' else '$')
            i += 2
        elif c == '{' and '}' in line[i:]:
            end = line.index('}', i)
            out.append(_value(line[i + 1 : end], namespace, line[i : end + 1]))
            i = end + 1
        elif c == '$' and i + 1 < len(line) and (line[i + 1].isalpha() or line[i + 1] == '_'):
            end = i + 1
            while end < len(line) and (line[end].isalnum() or line[end] == '_'):
                end += 1
            name = line[i + 1 : end]
            out.append(str(namespace[name]) if name in namespace else line[i:end])
            i = end
        else:
            out.append(c)
            i += 1
    return ''.join(out)


def _value(expression, namespace, otherwise):
    try:
        return str(eval(expression, namespace))
    except Exception:
        return otherwise


def options(line, short):
    """Split leading options off a line: ``options("-n 3 f(x)", "n:q") -> ({"n": "3"}, "f(x)")``. A colon marks one with a value."""
    found = {}
    rest = line.strip()
    while rest.startswith('-') and len(rest) > 1 and rest[1].isalpha():
        word, _, after = rest.partition(' ')
        letter = word[1]
        if letter not in short:
            raise UsageError(
                f'option -{letter} is not known; known are: {", ".join("-" + c for c in short if c != ":")}'
            )
        if letter + ':' in short:
            if len(word) > 2:
                found[letter] = word[2:]
            else:
                found[letter], _, after = after.strip().partition(' ')
        else:
            for c in word[1:]:
                found[c] = ''
        rest = after.strip()
    return found, rest
