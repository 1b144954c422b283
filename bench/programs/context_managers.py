"""with statements: classes, contextlib's generators, suppress and ExitStack."""

import contextlib


class Indent:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, error, traceback):
        self.depth -= 1
        return kind is ValueError


@contextlib.contextmanager
def entry(table, key):
    table[key] = True
    try:
        yield key
    finally:
        del table[key]


def run():
    indent = Indent()
    table = {}
    total = 0
    for i in range(25_000):
        with indent as a, indent as b:
            total += a.depth + b.depth
    for i in range(6000):
        with entry(table, i) as key:
            total += len(table) + key % 2
    for i in range(3000):
        with contextlib.suppress(KeyError):
            total += table[i]
        with indent:
            raise ValueError(i)
    for i in range(1500):
        with contextlib.ExitStack() as stack:
            for j in range(3):
                total += stack.enter_context(entry(table, j))
            stack.callback(table.get, i)
    return total, indent.depth


EXPECTED = (113500, 0)
