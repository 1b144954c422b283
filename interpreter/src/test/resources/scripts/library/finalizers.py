import gc, weakref
log = []
class Node:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def make():
    a = Node('alone')
    b = Node('cycle')
    b.me = b
make()  # not saved: waits for the collector of its process
for i in range(5): gc.collect()  # not saved: waits for the collector of its process
print(sorted(log))  # not saved: waits for the collector of its process  # expect: ['alone', 'cycle']
class Plain: pass
p = Plain()
r = weakref.ref(p, lambda r: log.append(r()))
values = weakref.WeakValueDictionary(p=p)
del p
for i in range(5): gc.collect()
print(r(), len(values), None in log)  # expect: None 0 True
end = weakref.finalize(Plain(), log.append, 'finalized')  # not saved: the registry of finalizers stays in its process
for i in range(5): gc.collect()  # not saved: the registry of finalizers stays in its process
print(end.alive, 'finalized' in log)  # not saved: the registry of finalizers stays in its process  # expect: False True
seen = []
class Soon:
    def __del__(self): seen.append(1)
def until_seen():
    n = 0
    while not seen and n < 5_000_000:
        if n < 10: Soon()
        waste = [0] * 100
        n += 1
until_seen()  # not saved: waits for the collector of its process
print(bool(seen))  # not saved: waits for the collector of its process  # expect: True
