# a state takes the place of all data that a module has which was already used, not of objects only
with open('used_before.py', 'w') as f:
    f.write("""
n = 0
items = []
class Total:
    n = 0
def step():
    global n
    n += 1
    items.append(n)
    Total.n += n
    return n, items, Total.n
""")
import stackless, _picklejar_state as state

import used_before


def work():
    while True:
        print(*used_before.step())
        gate.receive()


gate = stackless.channel()
t = stackless.tasklet(work)()
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

import used_before

for _ in range(5):
    used_before.step()
state.load(state.read('case.state'))
gate.send(None)
# expect: 2 [1, 2] 3
