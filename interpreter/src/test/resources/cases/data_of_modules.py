# what modules of a program hold goes on like the globals of cells, whoever names it: also numbers, defaults, caches, attributes of classes
MODULE = """
import collections, enum, functools, itertools, random
import holds_more

count = 0
ids = itertools.count()
squares = (i * i for i in range(99))
rng = random.Random(3)
queue = collections.deque([0], 3)
PAIR = ([], {})
emit = PAIR[0].append
SWITCHES = {'a', 'b'}
HANDLERS = {'add': lambda a, b: a + b, 'old': len}
LIMIT = 5
raw = bytearray(b'x')

class Mode(enum.Enum):
    OFF = 0
    ON = 1

class World:
    total = 0
    all = []
    mode = Mode.OFF
    __slots__ = ('items', '__dict__')
    def __init__(self):
        self.items, self.ticks = [], 0
    def step(self):
        global count
        count += 1
        World.total += 1
        World.all.append(count)
        World.mode = Mode(1 - World.mode.value)
        self.items.append(next(ids))
        self.ticks += 1
        queue.append(next(squares))
        raw.append(ord('x'))
        SWITCHES.discard('a')
        HANDLERS.pop('old', None)
        HANDLERS['sub'] = sub
        holds_more.also += 1
        emit(count)
        return self.items, self.ticks, queue, PAIR, sorted(SWITCHES), sorted(HANDLERS), count, raw, holds_more.also

def sub(a, b):
    return a - b

class Bag(dict):
    pass

bag = Bag(n=0)
world = World()

def collect(x, into=[], world=world, *, seen={}):
    into.append(x)
    seen[x] = len(into)
    collect.calls += 1
    return into, seen, collect.calls, world is globals()['world']

collect.calls = 0

@functools.cache
def session():
    return World()

def make_counter():
    n = 0
    def counter():
        nonlocal n
        n += 1
        return n
    return counter

counter = make_counter()
log = open(__file__)
"""
with open('holds_data.py', 'w') as f:
    f.write(MODULE)
with open('holds_more.py', 'w') as f:
    f.write('also = 0')
import stackless, _picklejar_state as state
import holds_data as h


def main():
    session, bag = h.session(), h.bag
    for i in range(6):
        print(*h.world.step(), round(h.rng.random(), 6), h.World.total, h.World.all, h.World.mode)
        print(*h.collect(i), h.counter(), session is h.session(), h.HANDLERS['add'](i, 1), h.LIMIT)
        h.bag['n'] += 1
        print(bag is h.bag, bag, h.collect.__defaults__[1] is h.world, h.emit.__self__ is h.PAIR[0])
        if i == 0:
            h.LIMIT = 8
        gate.receive()


gate = stackless.channel()
t = stackless.tasklet(main)()
stackless.run()
gate.send(None)
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
gate.send(None)
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state
import holds_data as h

world = h.world
state.load(state.read('case.state'))
gate.send(None)
stackless.run()
print(world is h.world, world.items, state.read('case.state')[0]['manifest']['left_out'])
# expect: [0, 1, 2, 3] 4 deque([1, 4, 9], maxlen=3) ([1, 2, 3, 4], {}) ['b'] ['add', 'sub'] 4 bytearray(b'xxxxx') 4 0.60392 4 [1, 2, 3, 4] Mode.OFF
# expect: [0, 1, 2, 3] {0: 1, 1: 2, 2: 3, 3: 4} 4 True 4 True 4 8
# expect: True {'n': 4} True True
# expect: True [0, 1, 2, 3] {'holds_data.log': "cannot pickle 'TextIOWrapper' instances"}
