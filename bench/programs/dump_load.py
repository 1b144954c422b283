"""Time and size of pickling 10,000 blocked tasklets, each."""

import pickle
import time
import stackless

N = 10_000


def wait(channel, number):
    total = number
    while True:
        total += channel.receive()


def measure():
    channel = stackless.channel()
    for i in range(N):
        stackless.tasklet(wait)(channel, i)
    stackless.run()
    dump, load = [], []
    for _ in range(12):
        begin = time.perf_counter()
        data = pickle.dumps(channel)
        dump.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        copy = pickle.loads(data)
        load.append(time.perf_counter() - begin)
        assert copy.balance == -N
    return {
        'dump of a blocked tasklet': (min(dump) / N * 1e6, 'us'),
        'load of a blocked tasklet': (min(load) / N * 1e6, 'us'),
        'its pickle': (len(data) / N, 'bytes'),
    }
