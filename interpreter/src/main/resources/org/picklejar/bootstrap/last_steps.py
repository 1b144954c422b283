"""The steps in which builtins written in Java end where more than one call is needed."""


def sorted_keys(namespace):
    return sorted(namespace.keys())


async def anext_default(iterator, default):
    try:
        return await type(iterator).__anext__(iterator)
    except StopAsyncIteration:
        return default


def tasklet_context_run(tasklet, function, /, *args, **kwargs):
    return function(*args, **kwargs)
