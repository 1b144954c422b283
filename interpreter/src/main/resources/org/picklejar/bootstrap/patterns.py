"""What match statements ask of mappings and classes."""

_missing = object()


def match_keys(subject, keys):
    seen = set()
    values = []
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, _missing)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)


def match_rest(subject, keys):
    rest = dict(subject)
    for key in keys:
        del rest[key]
    return rest


_self_matching = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        if not hasattr(cls, '__instancecheck__') and not hasattr(cls, '__origin__'):
            raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        match_args = getattr(cls, '__match_args__', _missing)
        if match_args is _missing:
            if not issubclass(cls, _self_matching):
                match_args = ()
        if match_args is _missing:
            if count > 1:
                raise TypeError(f'{cls.__name__}() accepts 1 positional sub-pattern ({count} given)')
            values.append(subject)
        else:
            if not isinstance(match_args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(match_args).__name__})')
            if len(match_args) < count:
                s = '' if len(match_args) == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {len(match_args)} positional sub-pattern{s} ({count} given)')
            for name in match_args[:count]:
                if not isinstance(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                if name in seen:
                    raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
                seen.append(name)
                value = getattr(subject, name, _missing)
                if value is _missing:
                    return None
                values.append(value)
    for name in names:
        if name in seen:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        seen.append(name)
        value = getattr(subject, name, _missing)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)
