"""types.SimpleNamespace, which the library finds as the type of sys.implementation."""


class SimpleNamespace:
    """A simple attribute-based namespace."""

    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f'SimpleNamespace expected at most 1 argument, got {len(args)}')
        for given in args:
            entries = given if type(given) is dict else dict(given)
            for name in entries:
                if not isinstance(name, str):
                    raise TypeError('keywords must be strings')
            self.__dict__.update(entries)
        self.__dict__.update(kwargs)

    def __repr__(self):
        kind = type(self)
        shown = 'namespace' if kind is SimpleNamespace else kind.__name__
        names = [name for name in self.__dict__ if isinstance(name, str) and name]
        glue = [f'{shown}({names[0]}=', *(f', {name}=' for name in names[1:]), ')'] if names else [f'{shown}()']
        return repr_in_parts(self, glue, [self.__dict__[name] for name in names], f'{shown}(...)')

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, **kwargs):
        return type(self)(**{**self.__dict__, **kwargs})


SimpleNamespace.__module__ = 'types'
