"""Time and size of pickling tasklets that wait three calls deep: one, and each in a list of 10,000."""

import pickle
import time
import stackless


def outer(channel, number):
    return middle(channel, number + 1)


def middle(channel, number):
    x = inner(channel, number + 1)
    return x


def inner(channel, number):
    total = number
    while True:
        total += channel.receive()


def waiting(tasklets):
    channel = stackless.channel()
    all = [stackless.tasklet(outer)(channel, i) for i in range(tasklets)]
    stackless.run()
    return all


def both(o, times):
    """Seconds for dump and load, and the pickle."""
    begin = time.perf_counter()
    for _ in range(times):
        data = pickle.dumps(o)
    dumped = time.perf_counter()
    for _ in range(times):
        copy = pickle.loads(data)
    loaded = time.perf_counter()
    for t in copy if type(copy) is list else [copy]:
        assert t.blocked and t.frame.f_back.f_back is not None
    return (dumped - begin) / times, (loaded - dumped) / times, data


def best(o, times, rounds):
    runs = [both(o, times) for _ in range(rounds)]
    return min(r[0] for r in runs), min(r[1] for r in runs), len(runs[0][2])


def check():
    both(waiting(3), 1)


def measure():
    (one,), many = waiting(1), waiting(10_000)
    dump, load, size = best(one, 2000, 30)
    dump_each, load_each, whole = best(many, 1, 12)
    return {
        'dump of a blocked tasklet': (dump * 1e6, 'us'),
        'load of it': (load * 1e6, 'us'),
        'its pickle': (size, 'bytes'),
        'dump of each of 10000': (dump_each * 100, 'us'),
        'load of each of them': (load_each * 100, 'us'),
        'pickle of each of them': (whole / 10_000, 'bytes'),
    }
