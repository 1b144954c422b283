# CPython has these classes in C, and pickles them as those of datetime.
for _kind in date, datetime, time, timedelta, timezone, tzinfo:
    _kind.__module__ = 'datetime'
del _kind


def _no_state(self):
    """A time zone of CPython consists of the arguments that made it."""


timezone.__getstate__ = _no_state


def _repr_of_datetime(self):
    """As the library's, with fold before tzinfo as CPython has it."""
    parts = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond]
    while len(parts) > 5 and not parts[-1]:
        del parts[-1]
    parts = [str(part) for part in parts]
    if self.fold:
        parts.append('fold=1')
    if self.tzinfo is not None:
        parts.append(f'tzinfo={self.tzinfo!r}')
    return f'{_get_class_module(self)}.{self.__class__.__qualname__}({", ".join(parts)})'


def _show_as_c_does(kind, show):
    """Gives a class a repr in which its subclasses go without their module."""

    def __repr__(self):
        text = show(self)
        own = type(self)
        return text if own is kind else own.__name__ + text[len(f'{_get_class_module(self)}.{own.__qualname__}') :]

    __repr__.__qualname__ = f'{kind.__name__}.__repr__'
    kind.__repr__ = __repr__


for _kind in date, time, timedelta, timezone:
    _show_as_c_does(_kind, _kind.__repr__)
_show_as_c_does(datetime, _repr_of_datetime)
del _kind, _repr_of_datetime, _show_as_c_does
