"""Time of making and running a tasklet, and of killing one that is blocked."""

import time
import stackless


def count(out):
    out[0] += 1


def create(tasklets):
    """Seconds for one that is made and runs to its end."""
    out = [0]
    begin = time.perf_counter()
    for _ in range(tasklets):
        stackless.tasklet(count)(out)
    stackless.run()
    taken = time.perf_counter() - begin
    assert out == [tasklets]
    return taken / tasklets


def wait(channel, ended):
    try:
        channel.receive()
    finally:
        ended[0] += 1


def kill(tasklets):
    """Seconds for one that waits on a channel."""
    channel, ended = stackless.channel(), [0]
    all = [stackless.tasklet(wait)(channel, ended) for _ in range(tasklets)]
    stackless.run()
    begin = time.perf_counter()
    for t in all:
        t.kill()
    taken = time.perf_counter() - begin
    assert ended == [tasklets] and channel.balance == 0
    return taken / tasklets


def check():
    create(10)
    kill(10)


def measure():
    return {
        'tasklet made and run': (min(create(100_000) for _ in range(12)) * 1e9, 'ns'),
        'blocked tasklet killed': (min(kill(100_000) for _ in range(12)) * 1e9, 'ns'),
    }
