package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Objects come back from a saved state as they were, and none of the program's code runs for that but {@code __setstate__} and {@code __reduce__}. */
class StateOfObjectsTest extends SavedProgram {
    /** What a job prints after it was held, the same whether it went on at once or from a state. */
    private void check(String expected, String definitions, String before, String after) {
        String job = "def job():\n" + before.indent(4) + "    held.receive()\n" + after.indent(4);
        String program = "import stackless\nheld = stackless.channel()\n" + definitions + job
                + "t = stackless.tasklet(job)()\nstackless.run()\n";
        String goOn = "held.send(None)\nstackless.run()\n";
        assertEquals(expected, run(program + goOn));
        assertEquals("", run(program + "_ = s.save(FILE)\n"));
        assertEquals(expected, run("import stackless\nr = s.load(s.read(FILE))\n" + goOn));
    }

    @Test
    void exceptionsComeBackWhole() {
        check("""
            2 f KeyError('k') True True ['note'] 7
            8 7 ('m',) 1
            True True ['ExceptionGroup', 'ValueError']
            """, """
            made = []
            class Gone(Exception):
                __slots__ = ('s',)
                def __init__(self, a, *, k):
                    made.append(a)
                    super().__init__('m')
                    self.k = k
                    self.s = a
                def __reduce__(self): return Gone, (1,)
            """, """
            try:
                try: {}['k']
                except KeyError as k: raise OSError(2, 'no', 'f') from k
            except OSError as e: kept, trace = e, e.__traceback__
            kept.add_note('note')
            kept.extra = 7
            gone = Gone(7, k=8)
            group = ExceptionGroup('g', [ValueError(1)])
            """, """
            print(kept.errno, kept.filename, repr(kept.__cause__), kept.__suppress_context__, kept.__context__ is kept.__cause__, kept.__notes__, kept.extra)
            print(gone.k, gone.s, gone.args, len(made))
            print(kept.__traceback__ is trace, kept.__cause__.__traceback__ is not None, [type(e).__name__ for e in (group, *group.exceptions)])
            """);
    }

    @Test
    void noCodeOfAClassMakesItsInstancesAgain() {
        check("""
            True 1 2
            [1, 2] 2 {'a': 1} OD({'z': 1, 'a': 2}) t DD(<class 'list'>, {'k': [3]}) Q([2, 3], maxlen=2)
            S({1}) True 5 (1, 2) Count({'a': 2}) 1 Pt(x=4, y=4) 2024-01-05 3/7
            """, """
            import collections, datetime, fractions, functools
            log = []
            class A:
                __slots__ = ('v', '__q')
                def __new__(cls, v):
                    log.append('new')
                    o = super().__new__(cls)
                    o.__q = v
                    return o
                def __init__(self, v):
                    log.append('init')
                    self.v = v
                @property
                def q(self): return self.__q
                def __setattr__(self, n, v):
                    log.append('set')
                    super().__setattr__(n, v)
            class B(A): pass
            class L(list):
                def append(self, x): log.append('append')
                def extend(self, x): log.append('extend')
            class D(dict):
                def __setitem__(self, k, v):
                    log.append('setitem')
                    super().__setitem__(k, v)
            class OD(collections.OrderedDict):
                def __init__(self, tag):
                    log.append('OD')
                    super().__init__()
                    self.tag = tag
            class DD(collections.defaultdict):
                def __init__(self):
                    log.append('DD')
                    super().__init__(list)
            class Q(collections.deque):
                def __init__(self, n):
                    log.append('Q')
                    super().__init__(maxlen=n)
                def append(self, x): log.append('Q.append')
            class S(set):
                def add(self, x): log.append('S.add')
            class FS(frozenset):
                def __new__(cls, a, b):
                    log.append('FS')
                    return super().__new__(cls, [a, b])
            class I(int):
                def __new__(cls, a, b): return super().__new__(cls, a + b)
            class T(tuple):
                def __new__(cls, *a): return super().__new__(cls, a)
            class Count(collections.Counter):
                def __init__(self, *a):
                    log.append('Count')
                    super().__init__(*a)
            class P(functools.partial):
                def __new__(cls, f): return super().__new__(cls, f, 1)
            class Pt(collections.namedtuple('Pt', 'x y')):
                def __new__(cls, x): return super().__new__(cls, x, x)
            class Day(datetime.date):
                def __new__(cls, n): return super().__new__(cls, 2024, 1, n)
            class Fr(fractions.Fraction):
                def __new__(cls, n): return super().__new__(cls, n, 7)
            """, """
            b = B(1); b.extra = 2
            l = L([1, 2]); l.attr = 2
            d = D({'a': 1}); od = OD('t'); od['z'] = 1; od['a'] = 2
            dd = DD(); dd['k'] = [3]; q = Q(2); q.extend([1, 2, 3])
            s = S([1]); fs = FS(1, 2); i = I(2, 3); t = T(1, 2); n = Count('aa'); p = P(max)
            pt = Pt(4); day = Day(5); fr = Fr(3)
            before = list(log)
            """, """
            print(log == before, b.q, b.extra)
            print(l, l.attr, d, od, od.tag, dd, q)
            print(s, fs == {1, 2}, i, t, n, p(0), pt, day, fr)
            """);
    }

    @Test
    void classesComeBackWithoutTheirMetaclass() {
        check("""
            True f ['p', 'q'] B B1
            2 4 [<Color.RED: (1, 'r')>, <Color.BLUE: (2, 'b')>] True True X! Fl.A|C True
            {'a': <class 'int'>} (1, 'x') (K, V) (__main__.Gen[int, str],) __main__.Gen[int, str]
            True Can't instantiate abstract class Ab without an implementation for abstract method 'go'
            5 True
            5 5
            """, """
            import abc, enum, types, typing
            log = []
            class M(type):
                @classmethod
                def __prepare__(m, name, bases, **k):
                    log.append('prepare')
                    return {}
                def __new__(m, name, bases, ns, *, tag='', **k):
                    log.append('new')
                    made = super().__new__(m, name, bases, ns)
                    made.tag = name + tag
                    return made
                def __init__(cls, name, bases, ns, **k): log.append('init')
                def __setattr__(cls, n, v):
                    log.append('setattr')
                    super().__setattr__(n, v)
            class Field:
                def __set_name__(self, owner, n):
                    log.append('set_name')
                    self.n = n
            class A(metaclass=M, tag='1'):
                f = Field()
                def __init_subclass__(cls, **k): log.append('init_subclass')
            class B(A, tag='1'): __slots__ = ('p', 'q')
            class Color(enum.Enum):
                RED = (1, 'r')
                BLUE = (2, 'b')
                def __init__(self, n, short):
                    log.append('Color')
                    self.n, self.short = n, short
                @property
                def twice(self): return self.n * 2
            class Auto(enum.StrEnum):
                @staticmethod
                def _generate_next_value_(n, s, c, l): return n + '!'
                X = enum.auto()
            class Fl(enum.Flag):
                A = 1
                B = 2
                C = 4
            class TD(typing.TypedDict): a: int
            class NT(typing.NamedTuple):
                a: int
                b: str = 'x'
                def both(self): return (self.a, self.b)
            class Gen[K, *V]: pass
            class GenSub(Gen[int, str]): pass
            class Ab(abc.ABC):
                @abc.abstractmethod
                def go(self): ...
            @Ab.register
            class Reg: pass
            """, """
            b, red, fl, td, nt, gs, reg, ab = B(), Color.RED, Fl.A | Fl.C, TD(a=1), NT(1), GenSub(), Reg(), Ab
            alias = Gen[int, str]
            d = {}
            exec('class C:\\n    k = 5\\no = C()', d)
            m = types.ModuleType('made_by_hand')
            m.x = 5
            exec('def f(): return x', m.__dict__)
            before = list(log)
            """, """
            print(log == before, A.f.n, [n for n in vars(B) if n in 'pq'], type(b).__name__, B.tag)
            print(red.twice, Color.BLUE.twice, list(Color), red is Color((1, 'r')), Color['RED'] is red, Auto.X, fl, Fl(5) is fl)
            print(TD.__annotations__, nt.both(), Gen.__type_params__, GenSub.__orig_bases__, alias)
            try: ab()
            except TypeError as e: print(isinstance(reg, ab), e)
            print(d['o'].k, isinstance(d['o'], d['C']))
            print(m.x, m.f())
            """);
    }

    @Test
    void iteratorsAndDictsStayWhereTheyBelong() {
        check("""
            ['c'] [('b', 20)] [30] dict_keyiterator dict_reverseitemiterator
            dictionary changed size during iteration
            True True True
            Set changed size during iteration
            1 True 1
            """, """
            class Box: pass
            """, """
            d = {'a': 1, 'b': 2, 'c': 3}
            del d['a']
            keys = iter(d); next(keys)
            pairs = reversed(d.items()); next(pairs)
            view = d.values(); values = iter(view); next(values)
            late = iter(d)
            some = {'x', 'y', 'z'}
            members = iter(some); first = next(members)
            others = iter(some)
            o = Box(); attributes = o.__dict__
            full = Box(); full.a = 1; of_full = vars(full)
            """, """
            d['b'], d['c'] = 20, 30
            print(list(keys), list(pairs), list(values), type(keys).__name__, type(pairs).__name__)
            d['new'] = 1
            try: next(late)
            except RuntimeError as e: print(e)
            rest = list(members)
            print(1 in view, first not in rest, sorted([first, *rest]) == ['x', 'y', 'z'])
            some.add(1)
            try: next(others)
            except RuntimeError as e: print(e)
            attributes['added'] = 1
            of_full['b'] = 1
            print(o.added, o.__dict__ is attributes, full.b)
            """);
    }

    @Test
    void whatThereIsOnceInAProcessIsThatOfTheNewOne() {
        check("True True True True True True True True True\n", """
            import dataclasses, os, sys, typing
            hidden = lambda: typing._generic_class_getitem.__wrapped__
            marker = object()
            """, """
            things = [os.environ, sys.modules, sys.path, sys.__stdout__, os.__dict__, dataclasses.MISSING, hidden(), marker]
            builtin = vars(sys.modules['builtins'])
            """, """
            now = [os.environ, sys.modules, sys.path, sys.__stdout__, os.__dict__, dataclasses.MISSING, hidden(), marker]
            print(*[a is b for a, b in zip(things, now)], builtin is vars(sys.modules['builtins']))
            """);
    }

    @Test
    void whatMethodsNeedIsThereWhenTheyRun() {
        assertEquals("", run("""
            import stackless, dataclasses
            held = stackless.channel()
            class St:
                def __getstate__(self): return {'k': self.k}
                def __setstate__(self, s): self.k, self.z, self.sep = s['k'], zz_later(s['k']), zz_os.sep
            def zz_later(k): return k + zz_value
            zz_value = 100
            import os as zz_os
            def rebuild(k, m):
                zz_log.append((k, dict(m)))
                return Re(k)
            @dataclasses.dataclass(frozen=True)
            class Key: a: int
            class Re:
                def __init__(self, k): self.k, self.kk = k, zz_value
                def __reduce__(self): return rebuild, (self.k, {Key(5): 6})
            zz_log = []
            class A:
                def __init__(self): self.st, self.re = St(), Re(2); self.st.k = 1
            a = A()
            def job():
                here = a
                held.receive()
                print(here.st.k, here.st.z, here.st.sep, here.re.k, here.re.kk, zz_log, here is a)
            t = stackless.tasklet(job)()
            stackless.run()
            _ = s.save(FILE)
            """));
        assertEquals(
                "1 101 / 2 100 [(2, {Key(a=5): 6})] True\n",
                run("import stackless\nr = s.load(s.read(FILE))\nheld.send(None)\nstackless.run()\n"));
    }

    @Test
    void keysMayReferToWhatTheyAreIn() {
        check("True x k True True True\n", """
            import dataclasses
            class Node:
                def __init__(self, n): self.n, self.near = n, set()
                def __hash__(self): return hash(self.n)
                def __eq__(self, o): return self.n == o.n
            @dataclasses.dataclass(frozen=True)
            class Key: a: int
            """, """
            n = Node('n')
            n.own = frozenset([n])
            n.by = {(n, 1): 'x'}
            keys = {Key(1): 'k'}
            a, b = Node('a'), Node('b')
            a.near.add(b)
            b.near.add(a)
            memo = {n.own: 1}
            """, """
            print(n in n.own, n.by[(n, 1)], keys[Key(1)], a in b.near, b in a.near, n.own in memo)
            """);
    }

    @Test
    void whatIsBeingMadeGoesOn() {
        assertEquals("", run("""
            import enum, stackless
            held = stackless.channel()
            class C:
                def __new__(cls, v):
                    o = super().__new__(cls)
                    held.receive()
                    o.v = v
                    return o
            def instance(): print(C(3).v)
            def enumeration():
                class E(enum.Enum):
                    @staticmethod
                    def _generate_next_value_(n, s, c, l):
                        held.receive()
                        return n.lower()
                    A = 1
                    held.receive()
                    B = 2
                    X = enum.auto()
                print(E(1), E.B.value, E.X.value)
            jobs = [stackless.tasklet(f)() for f in (instance, enumeration)]
            stackless.run()
            _ = s.save(FILE)
            """));
        assertEquals("3\nE.A 2 x\n", run("""
            import stackless
            r = s.load(s.read(FILE))
            while held.balance < 0:
                held.send(None)
                stackless.run()
            """));
    }
}
