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
end = weakref.finalize(p, log.append, 'finalized')
del p
for i in range(5): gc.collect()  # not saved: waits for the collector of its process
print(r(), len(values), end.alive, 'finalized' in log, None in log)  # not saved: waits for the collector of its process  # expect: None 0 False True True
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
