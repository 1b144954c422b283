"""Tasks, queues, events and gather of asyncio."""

import asyncio


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (value := await queue.get()) is not None:
        total += value
        if value % 50 == 0:
            await asyncio.sleep(0)
    return total


async def worker(n, limit):
    async with limit:
        await asyncio.sleep(0)
        return n * n


async def main():
    queues = [asyncio.Queue(10) for _ in range(8)]
    makers = [asyncio.create_task(produce(q, 800)) for q in queues]
    sums = await asyncio.gather(*[consume(q) for q in queues])
    await asyncio.gather(*makers)
    limit = asyncio.Semaphore(20)
    squares = await asyncio.gather(*[worker(i, limit) for i in range(1500)])
    return sum(sums), sum(squares)


def run():
    return asyncio.run(main())


EXPECTED = (2556800, 1123875250)
