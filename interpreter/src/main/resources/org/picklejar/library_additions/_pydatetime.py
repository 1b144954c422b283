# CPython has these classes in C, and pickles them as those of datetime.
for _kind in date, datetime, time, timedelta, timezone, tzinfo:
    _kind.__module__ = 'datetime'
del _kind


def _no_state(self):
    """A time zone of CPython consists of the arguments that made it."""


timezone.__getstate__ = _no_state
