# ---- a process cannot be forked here: there is one start method

_concrete_contexts = {'spawn': SpawnContext()}
_default_context = DefaultContext(_concrete_contexts['spawn'])


def _get_all_start_methods(self):
    """Returns a list of the supported start methods, default first."""
    return ['spawn']


_get_all_start_methods.__name__ = 'get_all_start_methods'
_get_all_start_methods.__qualname__ = 'DefaultContext.get_all_start_methods'
DefaultContext.get_all_start_methods = _get_all_start_methods
del _get_all_start_methods


# ---- nor is there ctypes: values and arrays are of the types that the module struct has letters for


def _shared(name):
    def method(self, typecode_or_type, *args, **more):
        import _picklejar_shared_values

        make = getattr(_picklejar_shared_values, name)
        return (
            make(typecode_or_type, *args, **more)
            if name.startswith('Raw')
            else make(typecode_or_type, *args, ctx=self.get_context(), **more)
        )

    method.__name__ = name
    method.__qualname__ = f'BaseContext.{name}'
    method.__doc__ = getattr(BaseContext, name).__doc__
    return method


for _name in ('RawValue', 'RawArray', 'Value', 'Array'):
    setattr(BaseContext, _name, _shared(_name))
del _name
