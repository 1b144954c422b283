"""logging: records formatted to a stream, dropped by level, and filtered."""

import io
import logging


class Odd(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 1


def run():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s: %(message)s'))
    parent = logging.getLogger('bench')
    child = logging.getLogger('bench.part')
    parent.propagate = False
    parent.setLevel(logging.INFO)
    odd = Odd()
    parent.addHandler(handler)
    child.addFilter(odd)
    for i in range(2000):
        parent.info('message %d of %s', i, 'parent')
        child.warning('message %d', i)
        for _ in range(10):
            child.debug('not shown %d', i)
    parent.removeHandler(handler)
    child.removeFilter(odd)
    lines = stream.getvalue().splitlines()
    return len(lines), lines[0], lines[-1]


EXPECTED = (3000, 'INFO:bench:run: message 0 of parent', 'WARNING:bench.part:run: message 1999')
