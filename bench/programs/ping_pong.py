"""Time of a message over channels: to and fro within 1 pair of tasklets and within 10,000, and of an item of a sequence that is sent."""

import time
import stackless


def ping(out, back, rounds):
    for i in range(rounds):
        out.send(i)
        assert back.receive() == i


def pong(out, back, rounds):
    for i in range(rounds):
        out.send(back.receive())


def round_trip(pairs, trips):
    """Seconds for a message and its answer."""
    for _ in range(pairs):
        a, b = stackless.channel(), stackless.channel()
        stackless.tasklet(ping)(a, b, trips // pairs)
        stackless.tasklet(pong)(b, a, trips // pairs)
    begin = time.perf_counter()
    stackless.run()
    assert stackless.runcount == 1
    return (time.perf_counter() - begin) / trips


def total(channel, items, out):
    n = 0
    for _ in range(items):
        n += channel.receive()
    out.append(n)


def item(items):
    """Seconds for an item of a sequence that is sent."""
    channel, out = stackless.channel(), []
    stackless.tasklet(total)(channel, items, out)
    stackless.tasklet(channel.send_sequence)(range(items))
    begin = time.perf_counter()
    stackless.run()
    taken = time.perf_counter() - begin
    assert out == [items * (items - 1) // 2]
    return taken / items


def check():
    round_trip(2, 100)
    item(100)


def measure():
    return {
        'round trip over 1 pair': (min(round_trip(1, 300_000) for _ in range(8)) * 1e9, 'ns'),
        'round trip over 10000 pairs': (min(round_trip(10_000, 300_000) for _ in range(8)) * 1e9, 'ns'),
        'item of a sequence sent': (min(item(500_000) for _ in range(8)) * 1e9, 'ns'),
    }
