"""How saved states take builtin objects that a plain pickle turns into something else."""

import sys

from _picklejar_places import namespace_of


def system_values(o):
    name = type(o).__name__
    if vars(sys).get(name) is o:
        return getattr, (sys, name)
    return _make_system_values, (name, tuple(o))


def _make_system_values(name, values):
    kind = next(k for k in kinds_of_system_values() if k.__name__ == name)
    return kind(values)


def kinds_of_system_values():
    """Named tuples whose classes have no name in sys."""
    one_of_each = (sys.version_info, sys.flags, sys.float_info, sys.hash_info, sys.int_info, sys.thread_info)
    return [type(v) for v in (*one_of_each, sys.get_asyncgen_hooks())]


def iso_calendar_date(o):
    return _make_iso_calendar_date, tuple(o)


def _make_iso_calendar_date(*parts):
    import datetime

    return datetime.date.fromisocalendar(*parts).isocalendar()


def descriptor(o):
    """One that gives something else when it is asked of its class, as that of a class of the metaclass or a class method does."""
    return _descriptor_of, (o.__objclass__, o.__name__)


def _descriptor_of(owner, name):
    return namespace_of(owner)[name]
