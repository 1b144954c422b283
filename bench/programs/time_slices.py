"""Time of run(n), which stops a tasklet after n instructions, and of putting it back into the queue."""

import time
import stackless


def work(turns):
    n = 0
    while True:
        n += 1
        turns[0] = n


def slices(ticks, times):
    """Seconds for one."""
    turns = [0]
    t = stackless.tasklet(work)(turns)
    begin = time.perf_counter()
    for _ in range(times):
        stopped = stackless.run(ticks)
        stopped.insert()
    taken = time.perf_counter() - begin
    assert stopped is t and 0 < turns[0] <= ticks * times
    t.kill()
    return taken / times


def check():
    slices(10, 10)


def measure():
    return {
        'run(%d) and insert()' % ticks: (min(slices(ticks, times) for _ in range(8)) * 1e6, 'us')
        for ticks, times in ((1, 100_000), (100, 100_000), (10_000, 3000))
    }
