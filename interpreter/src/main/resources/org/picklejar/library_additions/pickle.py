# What Stackless adds to the pickler that is written in Python; the one in Java does the same.
from _stackless import _pickle_moduledict

_HEAPTYPE = 1 << 9  # of __flags__


def _save_namespace_or_dict(self, obj):
    """Saves the namespace of a module by the module's name, other dicts by value."""
    by_name = _pickle_moduledict(self, obj)
    if by_name is None:
        _Pickler.save_dict(self, obj)
    else:
        self.save_reduce(*by_name, obj=obj)


def _save_by_name_or_value(save_by_name):
    """A function that saves by name what can be found there; else by value, once stackless has registered how."""

    def save(self, obj):
        try:
            save_by_name(self, obj)
        except PicklingError:
            by_value = getattr(self, 'dispatch_table', dispatch_table).get(type(obj))
            if by_value is None or isinstance(obj, type) and obj.__flags__ & _HEAPTYPE:
                raise
            self.save_reduce(*by_value(obj), obj=obj)

    return save


_Pickler.dispatch[dict] = _save_namespace_or_dict
for _kind in FunctionType, type:
    _Pickler.dispatch[_kind] = _save_by_name_or_value(_Pickler.dispatch[_kind])
del _kind
