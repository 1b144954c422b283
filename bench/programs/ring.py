"""Time of a switch: schedule() in a ring of 2, and of 10,000 tasklets."""

import time
import stackless


def spin(rounds):
    schedule = stackless.schedule
    for i in range(rounds):
        schedule()


def ring(tasklets, switches):
    """Seconds for one switch; the loop around it included."""
    for _ in range(tasklets):
        stackless.tasklet(spin)(switches // tasklets)
    begin = time.perf_counter()
    stackless.run()
    return (time.perf_counter() - begin) / switches


def measure():
    best = {}
    for tasklets in (2, 10_000):
        best['switch in a ring of %d' % tasklets] = min(ring(tasklets, 1_000_000) for _ in range(8)) * 1e9, 'ns'
    return best
