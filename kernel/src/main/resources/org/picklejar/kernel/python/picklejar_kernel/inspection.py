"""What is known about the object under the cursor."""

from picklejar_kernel import lookup
from picklejar_kernel.shell import get_ipython

RED = '\x1b[31m'
PLAIN = '\x1b[39m'


def inspect(code, cursor, detail):
    """The content of an inspect_reply. cursor counts code points; detail 1 adds the source."""
    data = None
    for name in candidates(code, cursor):
        data = about(name, detail)
        if data is not None:
            break
    return {'found': data is not None, 'data': data or {}, 'metadata': {}}


def candidates(code, cursor):
    """Names to try: the one at the cursor, then the function whose arguments are being typed."""
    end = cursor
    while end < len(code) and lookup.is_name_char(code[end]):
        end += 1
    name = lookup.dotted_before(code[:end]).strip('.')
    start = end - len(name)
    if start > 0 and code[start - 1] == '%':
        name = ('%%' if code[max(0, start - 2) : start] == '%%' else '%') + name
    if name:
        yield name
    name = lookup.open_call(code[:cursor])
    if name:
        yield name


def about(name, detail):
    """{"text/plain": ...} about the object of a dotted name or magic; None when there is none."""
    if name.startswith('%'):
        return _about_magic(name, detail)
    try:
        obj = lookup.resolve(name, get_ipython().user_ns)
    except LookupError:
        return None
    return {'text/plain': describe(name, obj, detail)}


def _about_magic(name, detail):
    from picklejar_kernel import magics

    bare = name.lstrip('%')
    function = magics.find(bare, 'cell' if name.startswith('%%') else 'line') or magics.find(bare, 'cell')
    return None if function is None else {'text/plain': describe(name, function, detail)}


def describe(name, obj, detail):
    """Text with signature, value, documentation or source, and where it comes from."""
    parts = []
    kind = lookup.kind_of(obj)
    is_code = kind in ('function', 'class')
    if is_code:
        try:
            signature = lookup.signature(obj)
        except Exception:
            signature = ''  # odd callables still have documentation
        if signature:
            parts.append(
                _line('Init signature' if kind == 'class' else 'Signature', name.rpartition('.')[2] + signature)
            )
    else:
        parts.append(_line('Type', type(obj).__name__))
        if kind == 'instance':
            parts.append(_line('String form', _short(obj)))
    text = source(obj) if detail else None
    if text:
        parts.append(RED + 'Source:' + PLAIN + '\n' + text)
    else:
        documentation = (
            getattr(obj, '__doc__', None) if is_code or kind == 'module' else getattr(type(obj), '__doc__', None)
        )
        if isinstance(documentation, str) and documentation.strip():
            parts.append(RED + 'Docstring:' + PLAIN + '\n' + _dedent(documentation))
        else:
            parts.append(RED + 'Docstring:' + PLAIN + ' <no docstring>')
    file = _file(obj)
    if file:
        parts.append(_line('File', file))
    if is_code:
        parts.append(_line('Type', type(obj).__name__))
    return '\n'.join(parts)


def source(obj):
    """Source text of a function, class or module, or None."""
    if type(obj).__name__ == 'module':
        lines = _lines(getattr(obj, '__file__', None))
        return '\n'.join(lines) if lines else None
    code = getattr(obj, '__code__', None)
    if code is not None:
        lines = _lines(code.co_filename)
        return _block(lines, code.co_firstlineno - 1) if lines else None
    if isinstance(obj, type):
        return _class_source(obj)
    return None


def _class_source(cls):
    first = getattr(cls, '__firstlineno__', None)
    file = _file(cls)
    for value in vars(cls).values():
        code = getattr(value, '__code__', None)
        if code is not None:
            file = code.co_filename
            break
    lines = _lines(file)
    if not lines:
        return None
    if first is None:
        heads = [
            i for i, line in enumerate(lines) if line.split('(')[0].split(':')[0].split() == ['class', cls.__name__]
        ]
        if not heads:
            return None
        first = heads[-1] + 1
    return _block(lines, first - 1)


def _lines(file):
    """The lines of a file or of a cell, or None."""
    if not file:
        return None
    if file.startswith('<cell '):
        history = get_ipython().input_hist
        number = file[6:-1]
        return history[int(number)].split('\n') if number.isdigit() and int(number) < len(history) else None
    try:
        with open(file, encoding='utf-8') as text:
            return text.read().split('\n')
    except (OSError, UnicodeDecodeError):
        return None


def _block(lines, first):
    """The lines from the first to the end of its indented block."""
    if first >= len(lines):
        return None
    indent = len(lines[first]) - len(lines[first].lstrip())
    end = first + 1
    inside = lines[first].lstrip().startswith('@')
    while end < len(lines):
        line = lines[end]
        deeper = len(line) - len(line.lstrip()) > indent
        if line.strip() and not deeper and not inside and line.strip()[0] not in ')]}':
            break
        if inside and not deeper and not line.lstrip().startswith('@'):
            inside = False  # this is the def or class behind its decorators
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return '\n'.join(line[indent:] for line in lines[first:end])


def _file(obj):
    code = getattr(obj, '__code__', None)
    if code is not None:
        return code.co_filename
    if isinstance(obj, type):
        import sys

        obj = sys.modules.get(obj.__module__)
    return getattr(obj, '__file__', None) if type(obj).__name__ == 'module' else None


def _line(title, text):
    return f'{RED}{title}:{PLAIN} {text}'


def _short(obj):
    # repr() of the program's own classes may be slow or wrong; only that of builtin types is shown.
    if type(obj).__module__ != 'builtins':
        return object.__repr__(obj)
    if isinstance(obj, (list, dict, set, frozenset, tuple)) and len(obj) > 20:
        return f'{type(obj).__name__} with {len(obj)} items'
    try:
        text = repr(obj)
    except Exception:
        return object.__repr__(obj)
    return text if len(text) <= 200 else text[:150] + '...' + text[-40:]


def _dedent(text):
    lines = text.strip().expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    return '\n'.join([lines[0]] + [line[margin:] for line in lines[1:]])
