"""The steps in which builtins written in Java end where more than one call is needed."""


def sorted_keys(namespace):
    return sorted(namespace.keys())


async def anext_default(iterator, default):
    try:
        return await type(iterator).__anext__(iterator)
    except StopAsyncIteration:
        return default


def tasklet_context_run(tasklet, context, args, kwargs):
    if not args:
        raise TypeError('run() missing 1 required positional argument')
    if tasklet.is_current:
        return args[0](*args[1:], **kwargs)
    before = _swap_context(context)
    try:
        return args[0](*args[1:], **kwargs)
    finally:
        _swap_context(before)
