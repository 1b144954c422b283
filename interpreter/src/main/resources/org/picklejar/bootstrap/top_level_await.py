"""Cells that await at their top level."""


def run_top_level(coroutine, loops=[]):
    """Runs a cell that awaits at its top level, in an event loop of asyncio that lives on between cells."""
    import asyncio

    if not loops or loops[0].is_closed():
        loops[:] = [asyncio.new_event_loop()]
    loop = loops[0]
    asyncio.set_event_loop(loop)
    code = coroutine.cr_code
    task = loop.create_task(coroutine)
    try:
        loop.run_until_complete(task)
    except BaseException as e:
        if not task.done():
            task.cancel()
            loop.run_until_complete(asyncio.wait([task]))
        # The user's frames only, not the loop's.
        traceback = e.__traceback__
        while traceback is not None and traceback.tb_frame.f_code is not code:
            traceback = traceback.tb_next
        raise e.with_traceback(traceback or e.__traceback__)
