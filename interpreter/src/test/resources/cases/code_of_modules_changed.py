# what a program changed in functions and classes of modules goes along: code, defaults, special methods, attributes of what decorators make, classes that
# were registered with abstract ones, and classes that the module's functions made
with open('patched.py', 'w') as f:
    f.write("""
import abc, functools

__private = []

def add(a=1, *, b=1):
    return a, b

def name():
    return 'old'

@functools.cache
def cached(x):
    cached.runs += 1
    return x

cached.runs = 0
part = functools.partial(add, 5)
part.calls = []

class Point:
    def __repr__(self):
        return 'old'
    def method(self, a=1):
        return a

class Shape(abc.ABC):
    pass

class Round:
    pass

def make(n):
    class Made:
        count = 0
        def __init__(self):
            Made.count += n
    return Made

Two = make(2)
Derived = type('Derived', (Two,), {})
made = Two()

def step(n):
    __private.append(n)
    add.__defaults__ = (add.__defaults__[0] + 1,)
    add.__kwdefaults__ = {'b': n}
    Point.method.__defaults__ = add.__defaults__
    part.calls.append(n)
    cached(n)
    return __private, add(), Point().method(), name(), cached.runs, part.calls, Point(), issubclass(Round, Shape), made_of()

def made_of():
    Derived()
    return Two.count, type(made) is Two, isinstance(Derived(), Two)
""")
import stackless, _picklejar_state as state

import patched


class Mine:
    pass


def work():
    patched.Shape.register(patched.Round)
    patched.Shape.register(Mine)
    patched.name.__code__ = (lambda: 'new').__code__
    patched.Point.__repr__ = lambda self: 'new'
    for n in range(3):
        print(*patched.step(n), isinstance(Mine(), patched.Shape))
        gate.receive()


gate = stackless.channel()
t = stackless.tasklet(work)()
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
gate.send(None)
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
gate.send(None)
print(state.read('case.state')[0]['manifest']['left_out'])
# expect: [0, 1, 2] (4, 2) 4 new 3 [0, 1, 2] new True (12, True, True) True
# expect: {}
