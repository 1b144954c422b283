# What an instruction has found out about attributes holds only as long as the classes, metaclasses and objects stay as they are.
class Meta(type):
    pass
class C(metaclass=Meta):
    value = 1
    def method(self): return 'method'
    @staticmethod
    def static(): return 'static'
    @classmethod
    def made(cls): return cls.__name__
class D(C): pass
def value(c): return c.value
def static(c): return c.static()
def made(c): return c.made()
def method(o): return o.method()
print([(value(c), static(c), made(c), method(c())) for c in (C, D, C, D) for _ in range(3)])  # expect: [(1, 'static', 'C', 'method'), (1, 'static', 'C', 'method'), (1, 'static', 'C', 'method'), (1, 'static', 'D', 'method'), (1, 'static', 'D', 'method'), (1, 'static', 'D', 'method'), (1, 'static', 'C', 'method'), (1, 'static', 'C', 'method'), (1, 'static', 'C', 'method'), (1, 'static', 'D', 'method'), (1, 'static', 'D', 'method'), (1, 'static', 'D', 'method')]
C.value = 2
C.static = staticmethod(lambda: 'other')
print(value(C), value(D), static(C), static(D))  # expect: 2 2 other other
D.value = 3
print(value(C), value(D))  # expect: 2 3
del D.value
print(value(D))  # expect: 2
Meta.value = property(lambda cls: 'of ' + cls.__name__)
print(value(C), value(D))  # expect: of C of D
Meta.value = 'not data'
print(value(C))  # expect: 2
del Meta.value, C.value
value(C)  # expect error: AttributeError: type object 'C' has no attribute 'value'
C.value = D
print(value(C) is D, value(D) is D)  # expect: True True
class Later:
    pass
C.value = Later()
print([type(value(c)).__name__ for c in (C, D, C())])  # expect: ['Later', 'Later', 'Later']
Later.__get__ = lambda self, o, cls: (o is None, cls.__name__)
print(value(C), value(D), value(C()))  # expect: (True, 'C') (True, 'D') (False, 'C')
Later.__set__ = lambda self, o, v: None
o = C()
o.__dict__['value'] = 'own'
print(value(o))  # expect: (False, 'C')
del Later.__get__, Later.__set__
print(value(o), type(value(C())).__name__)  # expect: own Later
class Described:
    def __get__(self, o, cls): return 'described'
changing = Later()
C.value = changing
print(value(C) is changing)  # expect: True
changing.__class__ = Described
print(value(C), value(D))  # expect: described described
class Other(type): pass
class E:
    value = 'plain'
print(value(E))  # expect: plain
Other.value = property(lambda cls: 'by the metaclass')
E.__class__ = Other  # expect error: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
print(value(E))  # expect: plain
def call(o): return o.callback(1)
class Caller:
    def __init__(self, f):
        if f: self.callback = f
    def callback(self, n): return 'method', n
objects = [Caller(None), Caller(lambda n: ('own', n)), Caller(None)]
print([call(o) for o in objects for _ in range(3)])  # expect: [('method', 1), ('method', 1), ('method', 1), ('own', 1), ('own', 1), ('own', 1), ('method', 1), ('method', 1), ('method', 1)]
objects[0].callback = len
call(objects[0])  # expect error: TypeError: object of type 'int' has no len()
del objects[1].callback
print(call(objects[1]), call(objects[2]))  # expect: ('method', 1) ('method', 1)
class Data:
    def __get__(self, o, cls): return lambda n: ('descriptor', n)
    def __set__(self, o, v): pass
o = Caller(lambda n: ('own', n))
print(call(o))  # expect: ('own', 1)
Caller.callback = Data()
print(call(o))  # expect: ('descriptor', 1)
del Caller.callback
print(call(o))  # expect: ('own', 1)
call(objects[2])  # expect error: AttributeError: 'Caller' object has no attribute 'callback'
class Slotted:
    __slots__ = ('callback',)
s = Slotted()
call(s)  # expect error: AttributeError: 'Slotted' object has no attribute 'callback'
s.callback = lambda n: ('slot', n)
print([call(s) for _ in range(3)])  # expect: [('slot', 1), ('slot', 1), ('slot', 1)]
del s.callback
call(s)  # expect error: AttributeError: 'Slotted' object has no attribute 'callback'
class Asks:
    def __init__(self): self.callback = lambda n: ('own', n)
a = Asks()
print(call(a))  # expect: ('own', 1)
Asks.__getattribute__ = lambda self, name: lambda n: (name, n)
print(call(a))  # expect: ('callback', 1)
del Asks.__getattribute__
print(call(a), call(Caller(abs)), call(s) if hasattr(s, 'callback') else None)  # expect: ('own', 1) 1 None
class Static:
    @staticmethod
    def f(): return 1
print([Static.f() for _ in range(3)])  # expect: [1, 1, 1]
Static.__dict__['f'].__init__(lambda: 2)
print(Static.f())  # expect: 2
import sys
print(sys.intern('some name') is sys.intern(' '.join(['some', 'name'])))  # expect: True
def one(): return 'a_name'
def other(): return 'a_name'
print(one() is other(), getattr(C, '__name__') is sys.intern('C'))  # expect: True True
sys.intern(1)  # expect error: TypeError: intern() argument must be str, not int
sys.intern(type('S', (str,), {})('q'))  # expect error: TypeError: can't intern S
