"""How saved states take context variables, contexts and their tokens."""

import _contextvars
import stackless
from _picklejar_places import by_name
from _stackless import _context_of, _fill_context, _make_token, _token_parts


def context_variable(var):
    """The reduce value of a context variable. One that a module of the library has is found there."""
    found = by_name(var)
    if found:
        return found
    try:
        default = _contextvars.Context().run(var.get)
    except LookupError:
        return _make_variable, (var.name,)
    return _make_variable, (var.name, default)


def _make_variable(name, *default):
    import contextvars

    return contextvars.ContextVar(name, default=default[0]) if default else contextvars.ContextVar(name)


def context(c):
    """The reduce value of a context; the empty one of the main tasklet stays what it is."""
    if not c and c is _context_of(stackless.main):
        return _context_of_main, ()
    return type(c), (), list(c.items()), None, None, _fill_context


def _context_of_main():
    return _context_of(stackless.main)


def token(t):
    """The reduce value of what a context variable can be set back by."""
    return _make_token, _token_parts(t)


def missing(o):
    """The reduce value of the marker of tokens."""
    from _contextvars import Token

    return getattr, (Token, 'MISSING')
