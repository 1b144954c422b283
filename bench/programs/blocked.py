"""Heap that 100,000 tasklets take which wait on a channel."""

import gc
import stackless

N = 100_000


def wait(channel):
    return channel.receive()


def heap():
    gc.collect()
    return gc.get_stats()[-1]['heap_bytes']


def measure():
    channel = stackless.channel()
    stackless.tasklet(wait)(channel)
    stackless.run()
    before = heap()
    for _ in range(N):
        stackless.tasklet(wait)(channel)
    stackless.run()
    each = (heap() - before) / N
    assert channel.balance == -N - 1
    return {'heap of a blocked tasklet': (each, 'bytes')}
