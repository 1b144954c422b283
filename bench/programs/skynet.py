"""A tree of tasklets with 1,000,000 leaves, ten under each: each sends the sum of what is under it."""

import time
import stackless

LEAVES = 1_000_000


def node(out, number, size):
    if size == 1:
        out.send(number)
        return
    channel = stackless.channel()
    part = size // 10
    for i in range(10):
        stackless.tasklet(node)(channel, number + i * part, part)
    total = 0
    for i in range(10):
        total += channel.receive()
    out.send(total)


def skynet(leaves):
    """Seconds for all."""
    begin = time.perf_counter()
    channel = stackless.channel()
    stackless.tasklet(node)(channel, 0, leaves)
    total = channel.receive()
    taken = time.perf_counter() - begin
    assert total == leaves * (leaves - 1) // 2
    return taken


def check():
    skynet(100)


def measure():
    return {'skynet of %d leaves' % LEAVES: (min(skynet(LEAVES) for _ in range(3)), 's')}
