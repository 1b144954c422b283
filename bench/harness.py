"""Times one program: harness.py PROGRAM.py SECONDS prints a line of JSON. Runs on any Python 3."""

import gc
import json
import sys
import time


def load(path):
    space = {'__name__': 'program', '__file__': path}
    with open(path) as f:
        exec(compile(f.read(), path, 'exec'), space)
    return space


def measure(run, seconds):
    """Runs it for so long, at least five times; returns its last result and all times."""
    times = []
    end = time.perf_counter() + seconds
    while len(times) < 5 or time.perf_counter() < end:
        gc.collect() if len(times) < 2 else None
        begin = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - begin)
    return result, times


def main(path, seconds):
    space = load(path)
    if 'measure' in space:
        print(json.dumps(space['measure']()))
        return
    result, times = measure(space['run'], seconds)
    # The first half warms up.
    warm = sorted(times[len(times) // 2 :])
    print(
        json.dumps(
            {
                'result': repr(result),
                'first': times[0],
                'best': warm[0],
                'median': warm[len(warm) // 2],
                'unit': space.get('UNIT'),
            }
        )
    )


if __name__ == '__main__':
    main(sys.argv[1], float(sys.argv[2]))
