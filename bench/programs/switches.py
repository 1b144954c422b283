"""Time of a switch: schedule() in a ring of 2, of 100 and of 10,000 tasklets."""

import time
import stackless

SWITCHES = 1_000_000


def spin(rounds, done):
    schedule = stackless.schedule
    for i in range(rounds):
        schedule()
    done.append(rounds)


def ring(tasklets, switches):
    """Seconds for one switch; the loop around it included."""
    done = []
    for _ in range(tasklets):
        stackless.tasklet(spin)(switches // tasklets, done)
    begin = time.perf_counter()
    stackless.run()
    taken = time.perf_counter() - begin
    assert done == [switches // tasklets] * tasklets
    return taken / switches


def check():
    ring(10, 1000)


def measure():
    return {
        'switch in a ring of %d' % tasklets: (min(ring(tasklets, SWITCHES) for _ in range(8)) * 1e9, 'ns')
        for tasklets in (2, 100, 10_000)
    }
