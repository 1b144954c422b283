"""Parts of exception groups: split(), subgroup() and except*."""

import builtins


def group_matches(matcher, e):
    if isinstance(matcher, type) or isinstance(matcher, tuple):
        return isinstance(e, matcher)
    return matcher(e)


def check_matcher(matcher):
    ok = (
        isinstance(matcher, type)
        and issubclass(matcher, BaseException)
        or isinstance(matcher, tuple)
        and all(isinstance(t, type) and issubclass(t, BaseException) for t in matcher)
        or callable(matcher)
        and not isinstance(matcher, type)
    )
    if not ok:
        raise TypeError('expected a function, exception type or tuple of exception types')


def derive_like(group, parts):
    if not parts:
        return None
    made = group.derive(parts)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if notes is not None:
        made.__notes__ = list(notes)
    return made


def split_by(group, matcher):
    if group_matches(matcher, group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    taken = []
    left = []
    for e in group.exceptions:
        a, b = split_by(e, matcher)
        if a is not None:
            taken.append(a)
        if b is not None:
            left.append(b)
    return derive_like(group, taken), derive_like(group, left)


def group_split(group, matcher):
    check_matcher(matcher)
    return split_by(group, matcher)


def group_subgroup(group, matcher):
    check_matcher(matcher)
    return split_by(group, matcher)[0]


def split_group(e, classes):
    """except*: the part of e that the classes catch, and the rest."""
    for c in classes if isinstance(classes, tuple) else (classes,):
        if not isinstance(c, type) or not issubclass(c, BaseException):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(c, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if e is None:
        return None, None
    if not isinstance(e, BaseExceptionGroup):
        if isinstance(e, classes):
            return BaseExceptionGroup('', (e,)), None
        return None, e
    return split_by(e, classes)


def join_group(original, raised):
    """except*: what is to be raised at the end, or None. The last of raised is what nobody caught."""
    rest = raised.pop()
    if not raised:
        return rest
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    again = [e for e in raised if is_part(e, original)]
    new = [e for e in raised if not is_part(e, original)]
    if rest is not None:
        again.append(rest)
    leaves = []
    for e in again:
        collect_leaves(e, leaves)
    left = split_by(original, lambda e: any(e is leaf for leaf in leaves))[0]
    if not new:
        return left
    if left is not None:
        new.append(left)
    elif len(new) == 1:
        return new[0]
    return BaseExceptionGroup('', new)


def is_part(e, original):
    """Whether a clause raised its part of the group again."""
    return (
        isinstance(e, BaseExceptionGroup)
        and e.__traceback__ is original.__traceback__
        and e.__cause__ is original.__cause__
        and e.__context__ is original.__context__
    )


def collect_leaves(e, leaves):
    if isinstance(e, BaseExceptionGroup):
        for part in e.exceptions:
            collect_leaves(part, leaves)
    else:
        leaves.append(e)


class ExceptionGroup(BaseExceptionGroup, Exception):
    __slots__ = ()


ExceptionGroup.__module__ = 'builtins'
builtins.ExceptionGroup = ExceptionGroup
