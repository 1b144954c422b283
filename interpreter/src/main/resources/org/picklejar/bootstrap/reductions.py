"""How pickle takes objects apart: object.__reduce_ex__ and methods."""


def reduce_new(self, protocol):
    import copyreg

    return copyreg_reduce_2(self, copyreg)


def copyreg_reduce_2(self, copyreg):
    cls = type(self)
    getnewargs_ex = getattr(cls, '__getnewargs_ex__', None)
    args = ()
    kwargs = {}
    if getnewargs_ex is not None:
        new = getnewargs_ex(self)
        if not isinstance(new, tuple):
            raise TypeError(f'__getnewargs_ex__ should return a tuple, not {type(new).__name__!r}')
        args, kwargs = new
    else:
        getnewargs = getattr(cls, '__getnewargs__', None)
        if getnewargs is not None:
            args = getnewargs(self)
            if not isinstance(args, tuple):
                raise TypeError(f'__getnewargs__ should return a tuple, not {type(args).__name__!r}')
        elif (
            cls.__new__ is not object.__new__ and type(self).__flags__ & 256 and not isinstance(self, (list, dict, set))
        ):
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = self.__getstate__()
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    if kwargs:
        return copyreg.__newobj_ex__, (cls, args, kwargs), state, items, pairs
    return copyreg.__newobj__, (cls,) + args, state, items, pairs


def reduce_registered(self):
    """What is running, as Stackless reduces it: its reductions are registered when stackless is imported."""
    import copyreg

    reduction = copyreg.dispatch_table.get(type(self))
    if reduction is None:
        raise TypeError(f'cannot pickle {type(self).__name__!r} object')
    return reduction(self)


def reduce_old(self, protocol):
    import copyreg

    return copyreg._reduce_ex(self, protocol)


def reduce_method(method):
    return getattr, (method.__self__, method.__func__.__name__)
