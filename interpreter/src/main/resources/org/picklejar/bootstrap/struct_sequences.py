"""Tuples with named fields, as sys has them."""


def struct_sequence(name, fields, **extra):
    """A class of tuples whose items have names. fields: the names, separated by spaces; extra: further attributes."""
    fields = tuple(fields.split())

    def __repr__(self):
        return f'{name}({", ".join(f"{f}={v!r}" for f, v in zip(fields, self))})'

    def __reduce__(self):
        return tuple, (tuple(self),)

    namespace = {
        '__repr__': __repr__,
        '__reduce__': __reduce__,
        '__slots__': (),
        '__module__': name.rpartition('.')[0],
        'n_fields': len(fields),
        'n_sequence_fields': len(fields),
        'n_unnamed_fields': 0,
        '__match_args__': fields,
    }
    for index, field in enumerate(fields):
        namespace[field] = property(lambda self, i=index: self[i])
    namespace.update(extra)
    return type(name.rpartition('.')[2], (tuple,), namespace)
