async def consume(source, lock):
    async with lock:
        async for item in source:
            await item
            yield item
