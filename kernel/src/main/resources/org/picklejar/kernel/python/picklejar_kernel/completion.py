"""Completion. Nothing of the program is run for it, except ``__dir__`` methods."""

from picklejar_kernel import lookup
from picklejar_kernel.shell import get_ipython

LIMIT = 500


def complete(code, cursor):
    """The content of a complete_reply. cursor counts code points."""
    matches, start = find(code[:cursor], get_ipython().user_ns)
    types = [
        {'start': start, 'end': cursor, 'text': text, 'type': kind, 'signature': about}
        for text, kind, about in matches[:LIMIT]
    ]
    return {
        'matches': [entry['text'] for entry in types],
        'cursor_start': start,
        'cursor_end': cursor,
        'metadata': {'_jupyter_types_experimental': types},
    }


def find(text, namespace):
    """([(text, type, signature)], start) for the end of a text."""
    line = text[text.rfind('\n') + 1 :]
    statement = line.lstrip()
    if statement.startswith('%') and ' ' not in statement:
        return _magics(statement, is_first=text == line), len(text) - len(statement)
    if statement.startswith('!'):
        return _paths(text, len(text) - len(statement) + 1)
    words = statement.split()
    if words and words[0] in ('import', 'from') and (len(words) > 1 or line[-1:].isspace()):
        found = _imports(statement, words)
        if found is not None:
            prefix = found[1]
            return found[0], len(text) - len(prefix)
    quote = _open_string(line)
    if quote >= 0:
        start = len(text) - len(line) + quote + 1
        keys = _keys(text[: start - 1], text[start:], line[quote], namespace)
        return (keys, start) if keys else _paths(text, start)
    dotted = lookup.dotted_before(text)
    before = text[: len(text) - len(dotted)]
    if '.' in dotted:
        owner, _, prefix = dotted.rpartition('.')
        return _attributes(owner, prefix, before, namespace), len(text) - len(prefix)
    names = _parameters(before, dotted, namespace) + _names(dotted, namespace)
    return names, len(text) - len(dotted)


def _wanted(name, prefix):
    return name.startswith(prefix) and (prefix.startswith('_') or not name.startswith('_'))


def _entry(name, value):
    kind = lookup.kind_of(value)
    about = ''
    if kind == 'function':
        try:
            about = lookup.signature(value)
        except Exception:
            about = ''  # a signature is an extra; odd callables must not end the completion
    return name, kind, about


def _names(prefix, namespace):
    import builtins
    import keyword

    found = {}
    for name in list(namespace):
        if isinstance(name, str) and _wanted(name, prefix):
            found[name] = _entry(name, namespace[name])
    for name, value in builtins.__dict__.items():
        if _wanted(name, prefix) and name not in found:
            found[name] = _entry(name, value)
    for name in keyword.kwlist:
        if name.startswith(prefix) and name not in found:
            found[name] = (name, 'keyword', '')
    return [found[name] for name in sorted(found)]


def _attributes(owner, prefix, before, namespace):
    if not owner and before[-1:] in ("'", '"'):
        obj = str
    elif not owner or owner.startswith('.'):
        return []
    else:
        try:
            obj = lookup.resolve(owner, namespace)
        except LookupError:
            return []
    found = []
    for name in sorted(n for n in dir(obj) if isinstance(n, str) and _wanted(n, prefix)):
        stored = lookup.static(obj, name)
        found.append((name, 'instance', '') if stored is lookup._missing else _entry(name, stored))
    return found


def _parameters(before, prefix, namespace):
    name = lookup.open_call(before)
    if not name:
        return []
    try:
        function = lookup.resolve(name, namespace)
        if isinstance(function, type):
            function = lookup.attribute(function, '__init__')
    except LookupError:
        return []
    names = lookup.parameters(function) or []
    return [(n + '=', 'param', '') for n in names if n[0] != '*' and n != 'self' and n.startswith(prefix)]


def _magics(statement, is_first):
    from picklejar_kernel import magics

    found = []
    if is_first and statement.startswith('%%'):
        found = [('%%' + name, 'magic', '') for name in magics.names('cell')]
    elif not statement.startswith('%%'):
        found = [('%' + name, 'magic', '') for name in magics.names('line')]
        if is_first and statement == '%':
            found += [('%%' + name, 'magic', '') for name in magics.names('cell')]
    return [entry for entry in found if entry[0].startswith(statement)]


def _imports(statement, words):
    """(matches, prefix) behind import and from; None when the statement wants ordinary names there."""
    last = '' if statement[-1:].isspace() or statement[-1:] in ',(' else words[-1].rpartition(',')[2].rpartition('(')[2]
    if words[0] == 'from' and 'import' in words[2:]:
        if last == 'import':
            return None
        return _members(words[1], last), last
    if words[0] == 'from' and len(words) > 2 or words[0] == 'from' and len(words) == 2 and not last:
        return [('import', 'keyword', '')] if 'import'.startswith(last) else [], last
    return _modules(last), last.rpartition('.')[2]


def _modules(dotted):
    import sys

    package, _, prefix = dotted.rpartition('.')
    names = set()
    if not package:
        names.update(name for name in sys.builtin_module_names)
        names.update(getattr(sys, 'stdlib_module_names', ()))
        names.update(name for name in sys.modules if '.' not in name)
        path = sys.path
    else:
        module = sys.modules.get(package)
        path = getattr(module, '__path__', None) or _package_folders(package)
    import os

    for folder in path:
        try:
            files = os.listdir(folder or '.')
        except OSError:
            continue
        for file in files:
            base, dot, extension = file.partition('.')
            if base.isidentifier() and (extension == 'py' or not dot and base != '__pycache__'):
                names.add(base)
    return [(name, 'module', '') for name in sorted(names) if _wanted(name, prefix)]


def _package_folders(package):
    import os
    import sys

    return [os.path.join(folder or '.', *package.split('.')) for folder in sys.path]


def _members(module, prefix):
    import sys

    loaded = sys.modules.get(module)
    if loaded is None:
        return _modules(module + '.' + prefix)
    found = {name: _entry(name, value) for name, value in vars(loaded).items() if _wanted(name, prefix)}
    for entry in _modules(module + '.' + prefix) if hasattr(loaded, '__path__') else ():
        found.setdefault(entry[0], entry)
    return [found[name] for name in sorted(found)]


def _open_string(line):
    """Index of the quote of a string that is open at the end of a line, or -1."""
    quote = ''
    start = -1
    i = 0
    while i < len(line):
        c = line[i]
        if quote:
            if c == '\\':
                i += 1
            elif c == quote:
                quote = ''
        elif c in '\'"':
            quote, start = c, i
        elif c == '#':
            return -1
        i += 1
    return start if quote else -1


def _keys(before, prefix, quote, namespace):
    if not before.endswith('['):
        return []
    try:
        table = lookup.resolve(lookup.dotted_before(before[:-1]), namespace)
    except LookupError:
        return []
    if type(table) is not dict:
        return []
    return [
        (key, 'dict key', '') for key in table if isinstance(key, str) and key.startswith(prefix) and quote not in key
    ]


def _paths(text, earliest):
    import os

    start = len(text)
    while start > earliest and text[start - 1] not in ' \t\'"=:':
        start -= 1
    typed = text[start:]
    folder, name = os.path.split(typed)
    try:
        files = os.listdir(os.path.expanduser(folder) or '.')
    except OSError:
        return [], start
    found = []
    for file in sorted(files):
        if file.startswith(name) and (name.startswith('.') or not file.startswith('.')):
            path = os.path.join(folder, file)
            found.append((path + '/' if os.path.isdir(os.path.expanduser(path)) else path, 'path', ''))
    return found, start
