"""Weak references; what depends on the collector waits for it."""
import weakref, gc
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
    def __call__(self): return 'called'
a = A(1)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), hash(r) == hash(a), weakref.getweakrefcount(a))  # expect: True True True 1
p = weakref.proxy(a)
print(p.v, p(), type(p).__name__, isinstance(p, A))  # expect: 1 called CallableProxyType True
p.v = 2
print(a.v)  # expect: 2
weakref.ref(3)  # expect error: TypeError: cannot create weak reference to 'int' object
weakref.ref('x')  # expect error: TypeError: cannot create weak reference to 'str' object
class S: __slots__ = ()
weakref.ref(S())  # expect error: TypeError: cannot create weak reference to 'S' object
told = []
b = A(9)
r = weakref.ref(b, lambda r: told.append('gone'))
values = weakref.WeakValueDictionary(k=b)
keys = weakref.WeakKeyDictionary({b: 1})
some = weakref.WeakSet([b])
print(len(values), len(keys), len(some), keys[b], b in some)  # expect: 1 1 1 1 True
q = weakref.proxy(b)
del b
gc.collect() and None
print(r(), told, len(values), len(keys), len(some))  # expect: None ['gone'] 0 0 0
q.v  # expect error: ReferenceError: weakly-referenced object no longer exists
class R(weakref.ref):
    def __init__(self, o, callback=None, name=None):
        super().__init__(o, callback)
        self.name = name
    def __new__(cls, o, callback=None, name=None): return super().__new__(cls, o, callback)
x = R(a, name='n')
print(x.name, x() is a)  # expect: n True
m = weakref.WeakMethod(a.__eq__)
print(m()(a))  # expect: True
f = weakref.finalize(a, told.append, 'finalized')
print(f.alive, f(), told[-1], f.alive)  # expect: True None finalized False
