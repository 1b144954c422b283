"""Exceptions through several frames, finally, else, re-raising, causes and groups."""


class Failed(Exception):
    def __init__(self, code, **details):
        super().__init__('failed with %d' % code)
        self.code = code
        self.details = details


LOG = []


def deep(n, code):
    try:
        if n == 0:
            raise KeyError(code)
        return deep(n - 1, code)
    finally:
        LOG.append(n)


def translate(code):
    try:
        return deep(5, code)
    except (IndexError, KeyError) as e:
        raise Failed(code, where='deep') from e


def look_up(table, key):
    try:
        value = table[key]
    except KeyError:
        return None
    else:
        return value


def run():
    LOG.clear()
    total = 0
    for i in range(3500):
        try:
            translate(i)
        except Failed as e:
            total += e.code + e.__cause__.args[0] + len(str(e))
    table = {i: i for i in range(0, 1000, 3)}
    for i in range(20_000):
        total += look_up(table, i % 1000) or 0
        try:
            total += int('12x' if i % 4 == 0 else '12')
        except ValueError:
            total -= 1
    for i in range(800):
        try:
            raise ExceptionGroup('several', [ValueError(i), TypeError(i), KeyError(i)])
        except* ValueError as group:
            total += group.exceptions[0].args[0]
        except* (TypeError, KeyError) as group:
            total += len(group.exceptions)
    return total, len(LOG)


EXPECTED = (16134250, 21000)
