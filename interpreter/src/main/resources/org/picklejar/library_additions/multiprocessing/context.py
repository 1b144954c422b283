

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
