"""Abstract base classes."""
import abc
class B(abc.ABC):
    @abc.abstractmethod
    def m(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
B()  # expect error: TypeError: Can't instantiate abstract class B without an implementation for abstract methods 'm', 'p'
class C(B):
    def m(self): return 1
    p = 2
print(C().m(), isinstance(C(), B), sorted(B.__abstractmethods__), C.__abstractmethods__)  # expect: 1 True ['m', 'p'] frozenset()
print(issubclass(int, B), B.register(int), issubclass(int, B), isinstance(True, B))  # expect: False <class 'int'> True True
B.register(3)  # expect error: TypeError: Can only register classes
C.register(B)  # expect error: RuntimeError: Refusing to create an inheritance cycle
class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, sub): return hasattr(sub, 'quack') or NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, Hooked), isinstance(Duck(), Hooked), isinstance(3, Hooked))  # expect: True True False
from collections.abc import Sized, Iterable, Mapping, Sequence, Hashable, Callable, MutableMapping
print(isinstance([], Sized), isinstance({}, Mapping), isinstance((), Sequence), isinstance([], Hashable), isinstance(len, Callable), isinstance('', Mapping))  # expect: True True True False True False
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m.update(a=1, b=2)
print(dict(m), m.pop('a'), list(m.items()), m == {'b': 2}, m.setdefault('c', 3))  # expect: {'a': 1, 'b': 2} 1 [('b', 2)] True 3
match m:
    case {'b': x}: print('mapping', x)  # expect: mapping 2
issubclass(3, B)  # expect error: TypeError: issubclass() arg 1 must be a class
token = abc.get_cache_token()
Hooked.register(str)
print(abc.get_cache_token() != token)  # expect: True
