"""The first 400 primes, each taking its multiples out of what comes over a channel."""

import time
import stackless

PRIMES = 400


def count(out):
    send = out.send
    number = 2
    while True:
        send(number)
        number += 1


def sift(prime, source, out):
    receive, send = source.receive, out.send
    while True:
        number = receive()
        if number % prime:
            send(number)


def primes(n):
    """The seconds for the first n, and the last."""
    begin = time.perf_counter()
    source = stackless.channel()
    all = [source]
    stackless.tasklet(count)(source)
    for _ in range(n):
        prime = source.receive()
        out = stackless.channel()
        all.append(out)
        stackless.tasklet(sift)(prime, source, out)
        source = out
    taken = time.perf_counter() - begin
    for channel in all:
        while channel.queue is not None:
            channel.queue.kill()
    stackless.run()
    return taken, prime


def check():
    assert primes(20)[1] == 71


def once():
    taken, last = primes(PRIMES)
    assert last == 2741
    return taken


def measure():
    return {'%d primes over channels' % PRIMES: (min(once() for _ in range(12)) * 1e3, 'ms')}
