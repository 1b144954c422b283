# closures of a module are found by the names of their variables, although its source has changed meanwhile
MODULE = """
def memo(f):
    cache, n = {}, 0
    def wrapper(x):
        nonlocal n
        n += 1
        if x not in cache:
            cache[x] = f(x)
        return cache[x], n, cache
    return wrapper

@memo
def square(x):
    wait.receive()
    return x * x
"""
with open('changed.py', 'w') as f:
    f.write(MODULE)
import stackless, _picklejar_state as state
import changed

changed.wait = c = stackless.channel()


def call(x):
    print(changed.square(x))


tasks = [stackless.tasklet(call)(3), stackless.tasklet(call)(4)]
stackless.run()
state.save('case.state')
with open('changed.py', 'w') as f:
    f.write(
        MODULE.replace('cache, n', 'before, cache, m, n')
        .replace('{}, 0', '5, {}, 6, 0')
        .replace('n += 1', 'n += 1; before; m')
    )
with open('gone.py', 'w') as f:
    f.write('square = len')
# ==== fresh process
import sys
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
c.send(None)
c.send(None)
stackless.run()
import changed

changed.wait = stackless.channel()
stackless.tasklet(changed.wait.send)(None)
print(changed.square(5))
import gone

sys.modules['changed'] = gone
try:
    state.load(state.read('case.state'))
except state.StateError as e:
    print(e)
# expect: (9, 2, {3: 9})
# expect: (16, 2, {3: 9, 4: 16})
# expect: (25, 3, {3: 9, 4: 16, 5: 25})
# expect: the state cannot be restored: LookupError: gone.square.n is not there: the module is not as it was when the state was saved
