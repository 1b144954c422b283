"""Time of a message between two tasklets over channels."""

import time
import stackless

N = 300_000


def ping(out, back):
    for i in range(N):
        out.send(i)
        back.receive()


def pong(out, back):
    for i in range(N):
        back.receive()
        out.send(i)


def once():
    a, b = stackless.channel(), stackless.channel()
    stackless.tasklet(ping)(a, b)
    stackless.tasklet(pong)(b, a)
    begin = time.perf_counter()
    stackless.run()
    return (time.perf_counter() - begin) / (2 * N)


def measure():
    return {'message over a channel': (min(once() for _ in range(8)) * 1e9, 'ns')}
