# the data of modules goes along that functions of cells and of modules import when they are called, in packages also relatively
import os

os.makedirs('pack/deep')
for name, text in {
    'counter.py': 'n = 0\ndef up():\n    global n\n    n += 1\n    return n\n',
    'uses_counter.py': 'def up():\n    import counter\n    return counter.up()\n',
    'cells_counter.py': 'n = 0\n',
    'pack/__init__.py': '',
    'pack/user.py': """
import functools
def logged(f):
    @functools.wraps(f)
    def call():
        return f()
    return call
class User:
    @staticmethod
    @logged
    def up():
        from . import store
        from .deep import low
        low.n += 1
        store.items.append(low.n)
        return store.items, low.n
""",
    'pack/store.py': 'items = []\n',
    'pack/deep/__init__.py': '',
    'pack/deep/low.py': 'n = 0\n',
}.items():
    with open(name, 'w') as f:
        f.write(text)
del os, f, name, text
import stackless, _picklejar_state as state

import pack.user
import uses_counter


def up():
    import cells_counter as c

    c.n += 1
    return c.n


def work():
    for n in range(3):
        print(up(), uses_counter.up(), *pack.user.User.up())
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
# expect: 3 3 [1, 2, 3] 3
