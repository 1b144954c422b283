# What `match` takes for a sequence or a mapping: a flag of the class, inherited, and given by classes of collections.abc.
import abc, array, collections, collections.abc, types
def kind(o):
    match o:
        case [*_]: return 's'
        case {}: return 'm'
        case _: return '-'
print([kind(o) for o in ([], (), range(2), memoryview(b''), collections.deque(), array.array('i'))])  # expect: ['s', 's', 's', 's', 's', 's']
print([kind(o) for o in ({}, types.MappingProxyType({}), collections.OrderedDict(), collections.Counter(), collections.ChainMap(), collections.UserDict())])  # expect: ['m', 'm', 'm', 'm', 'm', 'm']
print([kind(o) for o in ('', b'', bytearray(), set(), iter([]), {}.keys(), object(), None, list, dict)])  # expect: ['-', '-', '-', '-', '-', '-', '-', '-', '-', '-']
class ListLike(collections.UserList): pass
class DictOf(dict): pass
class Sequence(collections.abc.Sequence):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
class Mapping(collections.abc.Mapping):
    def __len__(self): return 0
    def __getitem__(self, i): raise KeyError
    def __iter__(self): return iter(())
class First(Sequence, Mapping): pass
class Second(Mapping, Sequence): pass
print([kind(C()) for C in (ListLike, DictOf, Sequence, Mapping, First, Second)])  # expect: ['s', 'm', 's', 'm', 's', 'm']
class Registered:
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
class Below(Registered): pass
print(kind(Registered()), kind(Below()))  # expect: - -
collections.abc.Sequence.register(Registered)
print(kind(Registered()), kind(Below()))  # expect: s s
collections.abc.Mapping.register(Below)
print(kind(Registered()), kind(Below()), isinstance(Below(), collections.abc.Sequence))  # expect: s m True
class Flagged(metaclass=abc.ABCMeta):
    __abc_tpflags__ = 1 << 5
    def __len__(self): return 0
print(kind(Flagged()), hasattr(Flagged, '__abc_tpflags__'), Flagged.__flags__ & 0x60)  # expect: s False 32
class Both(metaclass=abc.ABCMeta):
    __abc_tpflags__ = 3 << 5  # expect error: TypeError: __abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING
print([C.__flags__ & 0x60 for C in (list, tuple, dict, str, range, memoryview, object, collections.abc.Sequence, collections.abc.MutableMapping)])  # expect: [32, 32, 64, 0, 32, 32, 0, 32, 64]
for _ in range(30): kind(Flagged()), kind(Below()), kind(1)
print(kind(Flagged()), kind(Below()), kind(Registered()))  # expect: s m s
class NoLength: pass
collections.abc.Sequence.register(NoLength)
match NoLength():
    case [*_]: print('no length is asked for')  # expect: no length is asked for
match NoLength():
    case []: print('no')  # expect error: TypeError: object of type 'NoLength' has no len()
