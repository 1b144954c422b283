# what modules hold that is compared by value goes along where it leads to objects: references, frozensets, proxies, functions with closures in tuples
with open('leading.py', 'w') as f:
    f.write("""
import types, weakref

class Node:
    pass

nodes = [Node(), Node()]
first = weakref.ref(nodes[0])
both = frozenset(nodes)
key = (frozenset([nodes[0]]), 1)
proxy = types.MappingProxyType({'seen': []})
by_hand = types.ModuleType('by_hand')
by_hand.seen = []

class Graph:
    ends = frozenset(nodes)
    options = types.MappingProxyType({'seen': []})

def make():
    kept = [Node(), Node()]
    pair = frozenset(kept)
    deep = (((kept[1],),),)
    proxy = types.MappingProxyType({'seen': []})
    error = ValueError([])
    n = 0
    def add():
        nonlocal n
        n += 1
        error.args[0].append(n)
        proxy['seen'].append(n)
        return kept[0] in pair, deep[0][0][0] is kept[1], proxy['seen'], error.args[0]
    return add, lambda: n

add, count = make()
functions = make()

def step(n):
    proxy['seen'].append(n)
    by_hand.seen.append(n)
    Graph.options['seen'].append(n)
    print(first() is nodes[0], both == set(nodes), nodes[0] in key[0], Graph.ends == both, proxy, Graph.options, by_hand.seen)
    print(*add(), count(), *functions[0](), functions[1]())
""")
import stackless, _picklejar_state as state

import leading


def work():
    for n in range(3):
        leading.step(n)
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
# expect: True True True True {'seen': [0, 1, 2]} {'seen': [0, 1, 2]} [0, 1, 2]
# expect: True True [1, 2, 3] [1, 2, 3] 3 True True [1, 2, 3] [1, 2, 3] 3
# expect: {}
