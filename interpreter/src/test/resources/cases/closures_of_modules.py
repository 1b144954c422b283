# what closures of an imported module hold is the module's in the process that reads a state, as its globals are
MODULE = """
import collections, contextlib, functools, itertools

wait = None
REGISTRY, ORDER, KNOWN = {'a': 0}, [], {'a'}

def remember(x):
    REGISTRY[x] = len(ORDER)
    ORDER.append(x)
    KNOWN.add(x)

def waits():
    wait.receive()

@functools.singledispatch
def show(x):
    waits()
    return 'object'

@show.register
def _(x: int):
    waits()
    return 'int'

def memo(f):
    cache, calls, held = {}, [], collections.deque()
    @functools.wraps(f)
    def wrapper(x):
        calls.append(x)
        held.append(x)
        if x not in cache:
            cache[x] = f(x)
        return held.pop(), cache[x], len(calls)
    wrapper.cache = cache
    wrapper.calls = calls
    return wrapper

@memo
def square(x):
    waits()
    return x * x

def make_counter():
    n = 0
    def counter():
        nonlocal n
        n += 1
        waits()
        return n
    return counter

counter = make_counter()

def make_stock():
    ids, more, squares = itertools.count(), itertools.count(10).__next__, (i * i for i in range(9))
    last = collections.deque([0], 3)
    keep = last.append
    totals, pair = {'n': 0, 'f': waits}, ([], {'k': 0})
    class Item:
        pass
    item = Item()
    def take():
        totals['n'] += 1
        pair[0].append(1)
        pair[1]['k'] += 1
        keep(totals['n'])
        taken = next(ids), more(), next(squares)
        totals['f']()
        return taken, totals['n'], totals['f'] is waits, pair, list(last), type(item) is Item
    return take

take_stock = make_stock()

@functools.lru_cache
def cached(x):
    waits()
    return x + 1

@contextlib.contextmanager
def managed(x):
    waits()
    yield x

class Shape:
    def __repr__(self):
        return 'shape'

    @memo
    def area(self):
        waits()
        return 5

    @staticmethod
    @memo
    def unit(x):
        waits()
        return x

    @property
    @memo
    def prop(self):
        waits()
        return 6

    @functools.cached_property
    @memo
    def lazy(self):
        waits()
        return 7

    @functools.singledispatchmethod
    def take(self, x):
        waits()
        return 'object'
"""
with open('held_by_closures.py', 'w') as f:
    f.write(MODULE)
import stackless, _picklejar_state as state
import held_by_closures as h

h.wait = c = stackless.channel()
out, shape = [], h.Shape()


def in_register():
    registry = h.show.__closure__[h.show.__code__.co_freevars.index('dispatch')].cell_contents
    register = h.show.register
    c.receive()
    register(str)(lambda x: 'str')
    out.append((registry(str).__name__, h.show('')))


def in_cells():
    wrapper = h.square
    cells = wrapper.__closure__
    cache = wrapper.cache
    c.receive()
    out.append(
        (
            [a is b for a, b in zip(cells, h.square.__closure__)],
            cache is h.square.cache,
            wrapper is h.square,
        )
    )


def in_globals():
    registry, order, known = h.REGISTRY, h.ORDER, h.KNOWN
    h.remember('b')
    c.receive()
    h.remember('c')
    out.append((registry is h.REGISTRY, order is h.ORDER, known is h.KNOWN, registry, order, sorted(known)))


def call(name, *args):
    f = getattr(h, name)
    out.append((name, f(*args)))


def method(name, *args):
    f = getattr(shape, name)
    out.append((name, f(*args) if args else f))


def manage():
    with h.managed(4) as x:
        out.append(('managed', x))


def keyless():
    out.append(('area', shape.area()))


tasks = [
    stackless.tasklet(in_register)(),
    stackless.tasklet(in_cells)(),
    stackless.tasklet(in_globals)(),
    stackless.tasklet(call)('show', 5),
    stackless.tasklet(call)('square', 3),
    stackless.tasklet(call)('square', 4),
    stackless.tasklet(call)('counter'),
    stackless.tasklet(call)('counter'),
    stackless.tasklet(call)('cached', 3),
    stackless.tasklet(call)('take_stock'),
    stackless.tasklet(call)('take_stock'),
    stackless.tasklet(manage)(),
    stackless.tasklet(keyless)(),
    stackless.tasklet(method)('unit', 2),
    stackless.tasklet(method)('prop'),
    stackless.tasklet(method)('lazy'),
    stackless.tasklet(method)('take', 1),
]
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state
import held_by_closures as h

h.wait = stackless.channel()
state.load(state.read('case.state'))
while c.balance < 0:
    c.send(None)
    stackless.run()
h.wait = None
print(*out, sep='\n')
print(
    h.square.cache,
    h.square.calls,
    h.Shape.unit.cache is dict(zip(h.Shape.unit.__code__.co_freevars, h.Shape.unit.__closure__))['cache'].cell_contents,
    h.Shape.unit.cache,
)
print(h.show.registry[str]('x'))
h.waits = lambda: None
print(h.counter(), h.square(3), h.show(''), h.cached(3))
h.wait = stackless.channel()
stackless.tasklet(h.wait.send)(None)
print(h.take_stock())
# expect: ('<lambda>', 'str')
# expect: ([True, True, True, True], True, True)
# expect: (True, True, True, {'a': 0, 'b': 0, 'c': 1}, ['b', 'c'], ['a', 'b', 'c'])
# expect: ('show', 'int')
# expect: ('square', (4, 9, 2))
# expect: ('square', (3, 16, 2))
# expect: ('counter', 2)
# expect: ('counter', 2)
# expect: ('cached', 4)
# expect: ('take_stock', ((0, 10, 0), 2, True, ([1, 1], {'k': 2}), [0, 1, 2], True))
# expect: ('take_stock', ((1, 11, 1), 2, True, ([1, 1], {'k': 2}), [0, 1, 2], True))
# expect: ('managed', 4)
# expect: ('area', (shape, 5, 1))
# expect: ('unit', (2, 2, 1))
# expect: ('prop', (shape, 6, 1))
# expect: ('lazy', (shape, 7, 1))
# expect: ('take', 'object')
# expect: {3: 9, 4: 16} [3, 4] True {2: 2}
# expect: str
# expect: 3 (3, 9, 3) str 4
# expect: ((2, 12, 4), 3, False, ([1, 1, 1], {'k': 3}), [1, 2, 3], True)
