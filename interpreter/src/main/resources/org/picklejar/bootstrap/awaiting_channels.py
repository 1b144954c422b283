"""Channels in coroutines. What awaits a channel holds up its task, but not the event loop of asyncio that runs the task."""


def channel_await(channel):
    return channel_attempt(channel, channel.receive, (), False).__await__()


async def channel_send_async(channel, value):
    await channel_attempt(channel, channel.send, (value,), False)


async def channel_anext(channel):
    if channel.closing and channel.balance <= 0:
        raise StopAsyncIteration
    return await channel_attempt(channel, channel.receive, (), True)


async def channel_attempt(channel, operation, args, iterates):
    """
    Sends or receives. When nobody waits for that a tasklet does it instead of the event loop's; without a loop the tasklet that runs the
    coroutine is blocked. iterates: whether StopIteration from the channel is the end of an asynchronous iteration.
    """
    from _stackless import _get_running_loop

    loop = _get_running_loop()
    if loop is None or (channel.balance < 0 if args else channel.balance > 0):
        value, error = channel_outcome(operation, args)
    else:
        future = loop.create_future()
        deputy = tasklet(channel_deputy)(loop, future, operation, args)
        try:
            deputy.run()
            value, error = await future
        finally:
            # When the task was cancelled it stands on the channel still.
            deputy.kill()
    if iterates and isinstance(error, StopIteration):
        raise StopAsyncIteration
    if error is not None:
        raise error
    return value


def channel_outcome(operation, args):
    try:
        return operation(*args), None
    except BaseException as e:
        return None, e


def channel_deputy(loop, future, operation, args):
    outcome = channel_outcome(operation, args)
    if not future.done() and not loop.is_closed():
        loop.call_soon_threadsafe(channel_tell, future, outcome)


def channel_tell(future, outcome):
    if not future.done():
        future.set_result(outcome)
