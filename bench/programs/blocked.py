"""Heap that 100,000 tasklets take which wait on a channel, one and four frames deep."""

import gc
import stackless

N = 100_000


def wait(channel, depth):
    if depth == 1:
        return channel.receive()
    return wait(channel, depth - 1)


def heap():
    gc.collect()
    return gc.get_stats()[-1]['heap_bytes']


def each(depth, tasklets):
    """Bytes for one."""
    channel = stackless.channel()
    stackless.tasklet(wait)(channel, depth)
    stackless.run()
    before = heap()
    for _ in range(tasklets):
        stackless.tasklet(wait)(channel, depth)
    stackless.run()
    taken = heap() - before
    assert channel.balance == -tasklets - 1
    for _ in range(tasklets + 1):
        channel.send(None)
    return taken / tasklets


def check():
    each(2, 10)


def measure():
    return {
        'heap of a blocked tasklet': (each(1, N), 'bytes'),
        'four frames deep': (each(4, N), 'bytes'),
    }
