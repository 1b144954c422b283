"""Times one program: harness.py PROGRAM.py SECONDS prints a line of JSON. Runs on any Python 3."""

import json
import sys
import time
import types

MODULE = 'program'


def load(path):
    """The program as a module that can be imported, so that its classes can be pickled."""
    module = types.ModuleType(MODULE)
    module.__file__ = path
    sys.modules[MODULE] = module
    with open(path, encoding='utf-8') as f:
        exec(compile(f.read(), path, 'exec'), module.__dict__)
    return module


def once(program):
    """One run, whose result must be the right one; returns its seconds."""
    begin = time.perf_counter()
    result = program.run()
    taken = time.perf_counter() - begin
    if result != program.EXPECTED:
        raise AssertionError('%r is not %r' % (result, program.EXPECTED))
    return taken


def check(path):
    """Loads a program and runs it once; one that measures itself, on little."""
    program = load(path)
    if hasattr(program, 'measure'):
        program.check()
    else:
        once(program)


def median(values):
    return sorted(values)[len(values) // 2]


def measure(program, seconds):
    """Runs it for so long, at least three times. Returns the seconds of the first run, of the best one between second 1 and
    1.5 (None where it ends before), and the median of the last half of the time."""
    runs = []
    start = time.perf_counter()
    while (at := time.perf_counter() - start) < seconds or len(runs) < 3:
        runs.append((at, once(program)))
    later = [(at, taken) for at, taken in runs if at >= 1]
    return {
        'first': runs[0][1],
        # A run that takes longer than half a second may be the only one.
        'after': min([taken for at, taken in later if at < 1.5] or [taken for _, taken in later[:1]], default=None),
        'steady': median([taken for at, taken in runs if at >= runs[-1][0] / 2]),
    }


def main(path, seconds):
    program = load(path)
    print(json.dumps(program.measure() if hasattr(program, 'measure') else measure(program, seconds)))


if __name__ == '__main__':
    main(sys.argv[1], float(sys.argv[2]))
