"""Looking up names and attributes without running the program's code: no property, no __getattr__ is called."""

_missing = object()


def resolve(name, namespace):
    """The object of a dotted name. Raises LookupError when there is none, or none that can be had without running code."""
    import builtins

    parts = name.split('.')
    if parts[0] in namespace:
        obj = namespace[parts[0]]
    elif parts[0] in builtins.__dict__:
        obj = builtins.__dict__[parts[0]]
    else:
        raise LookupError(name)
    for part in parts[1:]:
        obj = attribute(obj, part)
    return obj


def attribute(obj, name):
    """An attribute that can be read without running code. Raises LookupError otherwise."""
    found = static(obj, name)
    if found is _missing:
        raise LookupError(name)
    kind = type(found)
    if kind in (staticmethod, classmethod):
        return found.__func__
    if hasattr(kind, '__set__') and kind.__name__ not in ('getset_descriptor', 'member_descriptor'):
        raise LookupError(f'{name} is computed')
    if kind.__name__ in ('getset_descriptor', 'member_descriptor'):
        return getattr(obj, name)  # a field of a builtin type: reading it runs nothing of the program
    if hasattr(kind, '__get__') and not callable(found):
        raise LookupError(f'{name} is computed')
    return found


def static(obj, name):
    """What an attribute is stored as, unbound; the module's private marker when there is none."""
    if isinstance(obj, type):
        places = list(obj.__mro__) + list(type(obj).__mro__)
    else:
        try:
            own = object.__getattribute__(obj, '__dict__')
        except AttributeError:
            own = {}
        if isinstance(own, dict) and name in own:
            return own[name]
        places = type(obj).__mro__
    for cls in places:
        table = type.__getattribute__(cls, '__dict__')
        if name in table:
            return table[name]
    return _missing


def kind_of(value):
    """What completion calls a value: class, module, function or instance."""
    if isinstance(value, type):
        return 'class'
    name = type(value).__name__
    if name == 'module':
        return 'module'
    if name in ('property', 'cached_property'):
        return 'property'
    if name in (
        'function',
        'builtin_function_or_method',
        'method',
        'method_descriptor',
        'wrapper_descriptor',
        'staticmethod',
        'classmethod',
        'method-wrapper',
        'classmethod_descriptor',
        'slot wrapper',
    ):
        return 'function'
    return 'instance'


def is_name_char(c):
    return c == '_' or c.isalnum()


def dotted_before(text):
    """The longest ``a.b.c`` at the end of a text, maybe empty or ending in a dot."""
    i = len(text)
    while i > 0 and (is_name_char(text[i - 1]) or text[i - 1] == '.'):
        i -= 1
    return text[i:]


def open_call(text):
    """The dotted name of the function whose argument list is open at the end of a text, or ""."""
    depth = 0
    i = len(text) - 1
    while i >= 0:
        c = text[i]
        if c in ')]}':
            depth += 1
        elif c in '([{':
            if depth == 0:
                return dotted_before(text[:i].rstrip()) if c == '(' else ''
            depth -= 1
        i -= 1
    return ''


def parameters(function):
    """Names of the parameters of a function written in Python, with ``*`` and ``**``; None for others."""
    code = getattr(function, '__code__', None)
    if code is None:
        return None
    names = list(code.co_varnames)
    fixed = code.co_argcount + code.co_kwonlyargcount
    result = names[:fixed]
    rest = names[fixed:]
    if code.co_flags & 4:
        result.append('*' + rest.pop(0))
    if code.co_flags & 8:
        result.append('**' + rest.pop(0))
    return result


def signature(function):
    """The signature of a callable as text, such as ``(a, b=1)``; "" when it is not known."""
    if isinstance(function, type):
        text = getattr(function, '__text_signature__', None)
        if text:
            return text
        init = static(function, '__init__')
        inner = signature(init) if getattr(init, '__code__', None) else ''
        return _without_first(inner)
    code = getattr(function, '__code__', None)
    if code is None:
        text = getattr(function, '__text_signature__', None) or ''
        return (
            text.replace('($self, ', '(').replace('($self)', '()').replace('($module, ', '(').replace('($module)', '()')
        )
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = getattr(function, '__annotations__', None) or {}
    parts = []
    first_default = code.co_argcount - len(defaults)
    for i in range(code.co_argcount):
        default = defaults[i - first_default] if i >= first_default else _missing
        parts.append(_parameter(names[i], annotations, default))
        if i + 1 == getattr(code, 'co_posonlyargcount', 0):
            parts.append('/')
    fixed = code.co_argcount + code.co_kwonlyargcount
    extra = fixed
    if code.co_flags & 4:
        parts.append('*' + _parameter(names[extra], annotations, _missing))
        extra += 1
    elif code.co_kwonlyargcount:
        parts.append('*')
    for i in range(code.co_argcount, fixed):
        parts.append(_parameter(names[i], annotations, keyword_defaults.get(names[i], _missing)))
    if code.co_flags & 8:
        parts.append('**' + _parameter(names[extra], annotations, _missing))
    result = '(' + ', '.join(parts) + ')'
    if 'return' in annotations:
        result += ' -> ' + _annotation(annotations['return'])
    if getattr(function, '__self__', None) is not None:
        result = _without_first(result)
    return result


def _without_first(text):
    """A signature without its first parameter, which is ``self``."""
    if not text:
        return text
    end = text.index(')') if ',' not in text else min(text.index(')'), text.index(','))
    return '(' + text[end + 1 :].lstrip() if text[end] == ',' else '()' + text[end + 1 :]


def _parameter(name, annotations, default):
    text = name
    if name in annotations:
        text += ': ' + _annotation(annotations[name])
    if default is not _missing:
        value = (
            repr(default)
            if isinstance(default, (int, float, str, bytes, bool, type(None), tuple))
            else '<' + type(default).__name__ + '>'
        )
        text += (' = ' if name in annotations else '=') + value
    return text


def _annotation(value):
    return value.__name__ if isinstance(value, type) else value if isinstance(value, str) else str(value)
