# The pickler and the unpickler that the library has in Python know what the fast ones know.
import builtins
import io
import pickle
import sys
import types

import stackless

PICKLERS = pickle.Pickler, pickle._Pickler
UNPICKLERS = pickle.Unpickler, pickle._Unpickler


def copies(value):
    """What comes of a value in protocols of each kind, by each pair of pickler and unpickler."""
    for protocol in 0, 2, 5:
        for pickler in PICKLERS:
            for unpickler in UNPICKLERS:
                file = io.BytesIO()
                pickler(file, protocol).dump(value)
                file.seek(0)
                yield unpickler(file).load()


def all_same(values):
    values = list(values)
    print(values[0], len(values) if all(v == values[0] for v in values) else values)


def chain(n):
    if n:
        v = yield from chain(n - 1)
        return v + 1
    v = yield 'first'
    yield v
    return v


def go_on(g):
    return g.send(5), [*g]


g = chain(3)
print(next(g))  # expect: first
all_same(go_on(c) for c in copies(g))  # not saved: holds a frame that is being read  # expect: (5, []) 12


def closure(v):
    def inner(w):
        return v + w

    return inner


all_same(c(2) for c in copies(closure(1)))  # expect: 3 12
all_same(c(2) for c in copies(lambda v: v * 2))  # expect: 4 12
print(all(c is closure for c in copies(closure)))  # expect: True
all_same(c.cell_contents for c in copies(closure(7).__closure__[0]))  # expect: 7 12
all_same(c.co_name for c in copies(closure.__code__))  # expect: closure 12
print(all(c is sys for c in copies(sys)))  # expect: True
print(all(c is vars(sys) for c in copies(vars(sys))))  # expect: True
all_same([*c] for c in copies({1: 2}.items()))  # expect: [(1, 2)] 12
print(all(c is types.CodeType for c in copies(types.CodeType)))  # expect: True


def worker(ch, log):
    for _ in range(2):
        with log:
            log.lines.append(ch.receive())
    ch.send(log.lines)


class Log:
    def __init__(self):
        self.lines = []

    def __enter__(self):
        self.lines.append('in')

    def __exit__(self, *exc):
        self.lines.append('out')


ch = stackless.channel()
t = stackless.tasklet(worker)(ch, Log())
stackless.run()


def finish(pair):
    t, ch = pair
    ch.send(1)
    ch.send(2)
    return ch.receive()


all_same(
    finish(c) for c in copies((t, ch))
)  # not saved: holds a frame that is being read  # expect: ['in', 1, 'out', 'in', 2, 'out'] 12
all_same(c.balance for c in copies(ch))  # not saved: holds a frame that is being read  # expect: -1 12
t.kill()


def failing(n):
    if n:
        failing(n - 1)
    raise ValueError


def lines(tb):
    while tb:
        yield tb.tb_lineno - failing.__code__.co_firstlineno, tb.tb_frame.f_code.co_name
        tb = tb.tb_next


try:
    failing(1)
except ValueError as e:
    tb = e.__traceback__.tb_next
all_same(
    [*lines(c)] for c in copies(tb)
)  # not saved: holds a frame that is being read  # expect: [(2, 'failing'), (3, 'failing')] 12


def wrong(name, value):
    for c in copies(value):
        if c is not value:
            print(name, c)


# What is in builtins is found there, also where it is written in Python.
for name, value in vars(builtins).items():
    if callable(value) and name[0] != '_' and name not in ('exit', 'quit', 'help'):
        if isinstance(value, type) and issubclass(value, (OSError, ImportError)):
            continue  # older protocols name the classes of Python 2
        wrong(name, value)


# What has no name cannot be pickled before it is told how.
class Other(pickle._Pickler):
    dispatch_table = {}


def refused(value, dump=lambda v: Other(io.BytesIO()).dump(v)):
    try:
        dump(value)
    except Exception as e:
        return type(e).__name__, str(e).partition(' at 0x')[0]


print(refused(lambda: 0))  # expect: ('PicklingError', "Can't pickle <function <lambda>")
print(refused(g))  # expect: ('TypeError', 'cannot pickle code objects')


def local():
    class Local:
        pass

    return Local


print(
    refused(local(), pickle._dumps)
)  # expect: ('PicklingError', "Can't pickle <class '__main__.local.<locals>.Local'>: it's not found as __main__.local.<locals>.Local")
