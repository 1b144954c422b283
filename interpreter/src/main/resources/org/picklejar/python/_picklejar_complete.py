"""Completion for the console."""

import builtins
import sys


def matches(text):
    """The names and attributes that begin with a dotted text; no property or __getattr__ is run."""
    main = sys.modules['__main__'].__dict__
    head, dot, tail = text.rpartition('.')
    if not dot:
        import keyword

        names = set(main) | set(dir(builtins)) | set(keyword.kwlist)
        return sorted(n for n in names if n.startswith(tail) and (tail or not n.startswith('_')))
    parts = head.split('.')
    if parts[0] not in main and not hasattr(builtins, parts[0]):
        return []
    value = main[parts[0]] if parts[0] in main else getattr(builtins, parts[0])
    for part in parts[1:]:
        own = getattr(value, '__dict__', {})
        if part in own:
            value = own[part]
        else:
            return []
    return sorted(head + '.' + n for n in dir(value) if n.startswith(tail) and (tail or not n.startswith('_')))
