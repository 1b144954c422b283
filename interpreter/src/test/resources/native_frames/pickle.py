# frame: pickle.DumpFrame/2
import collections
import copyreg
import io
import pickle


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return wait((Reduced, self.args))

    def __eq__(self, other):
        return type(other) is Reduced and self.args == other.args

    def __hash__(self):
        return 1

    def __repr__(self):
        return f'<{", ".join(map(repr, self.args))}>'


class Listed(list):
    def __reduce_ex__(self, protocol):
        return wait((Listed, (), None, items(self)))


class Mapped(dict):
    def __reduce_ex__(self, protocol):
        return wait((Mapped, (), None, None, items(self.items())))


class Stateful:
    def __getstate__(self):
        return wait({'state': Reduced(1)})


class Slotted:
    __slots__ = ('a', 'b')

    def __getstate__(self):
        return wait((None, {'a': Reduced('a')}))


class New(int):
    def __getnewargs_ex__(self):
        return wait(((int(self),), {}))


class Set:
    def __reduce__(self):
        return wait((Set, (), {'x': 1}, None, None, setter))


class Slow:
    def __reduce__(self):
        return wait((Slow, (wait(b'slow' * 20000),)))

    def __init__(self, b):
        self.b = b


def setter(o, state):
    o.__dict__.update(state)


def items(of):
    for item in of:
        yield wait(item)


class Ids(pickle.Pickler):
    def persistent_id(self, o):
        return wait('id' if o == 'x' else None)


class Overriding(pickle.Pickler):
    extra = 'class'
    dispatch_table = copyreg.dispatch_table.copy()

    def reducer_override(self, o):
        return wait((str, ('overridden',)) if type(o) is Reduced else NotImplemented)


class File:
    def __init__(self):
        self.parts = []

    def write(self, data):
        wait()
        self.parts.append(bytes(data))


def of_copyreg(c):
    return wait((complex, (c.real, c.imag + 1)))


def containers():
    holed = {1: 1, 2: 2, 3: Reduced(3), 4: 4, 5: Reduced(5)}
    del holed[1], holed[2]
    shared = ['shared']
    cycle = [shared, Reduced('in cycle')]
    cycle.append(cycle)
    content = [
        (Reduced(), shared, 'text'),
        (shared, 1, 2, Reduced(4), 'text'),
        {Reduced('k'): shared, 'v': Reduced('v')},
        {Reduced(6)},
        frozenset([Reduced(7)]),
        holed,
        cycle,
        Listed([shared, 2, 3]),
        Mapped(a=shared, b=Reduced('b')),
        Stateful(),
        New(8),
        Set(),
    ]
    same = []
    for protocol in (0, 2, 4):
        back = pickle.loads(pickle.dumps(content, protocol))
        assert back[1][0] is back[0][1] is back[2][Reduced('k')] is back[7][0] is back[6][0] is back[8]['a']
        assert back[6][2] is back[6] and back[11].x == 1 and type(back[10]) is New
        assert type(back[7]) is Listed and type(back[8]) is Mapped and back[9].state == Reduced(1)
        same.append(repr(back[:6]))
    assert len(set(same)) == 1
    return same[0], back[5:9], back[10]


def picklers():
    file = io.BytesIO()
    ids = Ids(file)
    ids.dump(['x', Reduced('x'), 'y'])
    overriding = Overriding(file, 2)
    overriding.mine = 'mine'
    overriding.dump([Reduced(1), Slotted()])
    overriding.dump([overriding.mine, overriding.extra, Reduced(2)])
    own = pickle.Pickler(file)
    own.dispatch_table = {complex: of_copyreg}
    own.dump([1j, 1j])
    return file.getvalue().count(b'overridden'), b'id' in file.getvalue(), file.getvalue()[-40:]


def files():
    file = File()
    pickler = pickle.Pickler(file)
    text = Reduced('text')
    many = ['a' * 30000, wait('b' * 70000), Reduced('c' * 30000), Reduced('d' * 40000), b'e' * 100000, text, Slow(b'')]
    pickler.dump(many)
    pickler.dump([text, many[0]])
    back = pickle.loads(b''.join(file.parts))
    return back[:2] == many[:2], back[4] == many[4], back[5:6], len(back[6].b), [len(p) for p in file.parts]


def buffers():
    taken = []
    plain = pickle.PickleBuffer(bytearray(b'abc'))
    frozen = pickle.PickleBuffer(b'def')
    data = pickle.dumps([plain, frozen, Reduced(1)], 5, buffer_callback=lambda b: wait(taken.append(bytes(b))))
    kept = pickle.dumps((Reduced(plain.raw().tobytes()), plain, frozen), 5, buffer_callback=lambda b: Truth(True))
    return taken, pickle.loads(data, buffers=taken), pickle.loads(kept)


def failing():
    class Local:
        def __init__(self, *args):
            pass

        def __reduce__(self):
            return wait((Local, (lambda: None,)))

    told = []
    for o in ([Local], [Local()]):
        try:
            pickle.dumps([Reduced(0), o])
        except Exception as e:
            told.append(type(e).__name__)
    return told


def f():
    return containers(), picklers(), files(), buffers(), failing()


# expect: (("[(<>, ['shared'], 'text'), (['shared'], 1, 2, <4>, 'text'), {<'k'>: ['shared'], 'v': <'v'>}, {<6>}, frozenset({<7>}), {3: <3>, 4: 4, 5: <5>}]", [{3: <3>, 4: 4, 5: <5>}, [['shared'], <'in cycle'>, [...]], [['shared'], 2, 3], {'a': ['shared'], 'b': <'b'>}], 8), (1, True, b's\x94\x8c\x07complex\x94\x93\x94G\x00\x00\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00\x86\x94R\x94h\x05e.'), (True, True, [<'text'>], 80000, [30025, 70000, 70055, 5, 100000, 39, 80000, 16, 20]), ([b'abc', b'def'], [b'abc', b'def', <1>], (<b'abc'>, bytearray(b'abc'), b'def')), ['AttributeError', 'AttributeError'])


# frame: pickle.FindGlobal/1
import pickle


class Answering(type):
    def __getattr__(cls, name):
        return wait({'deep': Answering, 'deeper': 'found'}[name])


class Top(metaclass=Answering):
    class Inner(metaclass=Answering):
        pass


def name(module, name):
    return b'\x80\x04\x8c' + bytes([len(module)]) + module + b'\x8c' + bytes([len(name)]) + name + b'\x93.'


def f():
    found = [
        pickle.loads(name(b'__main__', b'Top.deep')),
        pickle.loads(name(b'__main__', b'Top.Inner.deeper')),
        pickle.loads(name(b'__main__', b'Top.Inner.deeper.upper'))(),
    ]
    try:
        pickle.loads(name(b'__main__', b'Top.deeper.no'))
    except AttributeError as e:
        found.append(str(e).partition(' on ')[0])
    return found, Top.__name__


# expect: ([<class '__main__.Answering'>, 'found', 'FOUND', "Can't get attribute 'Top.deeper.no'"], 'Top')


# frame: pickle.LoadFrame/1
import copyreg
import io
import pickle


class Of:
    """Is pickled as something else."""

    def __init__(self, *value):
        self.value = value

    def __reduce__(self):
        return self.value


class Made:
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = wait(args)
        return self

    def __init__(self, *args):
        wait()
        self.initialised = True

    def __repr__(self):
        return f'<{", ".join(map(repr, self.args))}>'


class Stateful:
    def __setstate__(self, state):
        self.state = wait(state['state'])


class Found:
    def __getattribute__(self, name):
        value = super().__getattribute__(name)
        return wait(value) if name == '__setstate__' else value

    def __setstate__(self, state):
        super().__getattribute__('__dict__')['told'] = wait(state['told'])


class Setting:
    __slots__ = ('a', 'b')

    def __setattr__(self, name, value):
        super().__setattr__(name, wait(value))


class Bag:
    def __init__(self):
        self.content = []

    def append(self, item):
        self.content.append(wait(item))

    def __setitem__(self, key, value):
        self.content.append((key, wait(value)))


class Extending(Bag):
    def extend(self, items):
        self.content.extend(map(wait, items))


class Adding:
    def __init__(self):
        self.content = []

    def add(self, item):
        self.content.append(wait(item))


class Ids(pickle.Unpickler):
    mine = 'mine'

    def persistent_load(self, name):
        return wait(name + self.mine)

    def find_class(self, module, name):
        return wait(super().find_class(module, name))


class IdPickler(pickle.Pickler):
    def persistent_id(self, o):
        return 'id' if o == 'x' else None


class File(io.BytesIO):
    def read(self, n=-1):
        return wait(super().read(n))

    def readline(self):
        return wait(super().readline())


def buffers():
    yield wait(bytearray(b'abc'))
    yield wait(b'def')


def bare(cls):
    return object.__new__(cls)


def made(*args):
    return Of(Made, args)


def content():
    shared = ['shared']
    return [
        made(1, shared),
        (shared, made(2), {'k': made(3)}),
        Of(bare, (Stateful,), {'state': made('state')}),
        Of(bare, (Found,), {'told': 'state'}),
        Of(bare, (Setting,), (None, {'a': 'a', 'b': shared})),
        Of(Bag, (), None, iter([shared, 'content']), iter([(1, 2), (3, 4)])),
        Of(Extending, (), None, iter([1, shared])),
    ]


def objects():
    told = []
    for data in [pickle.dumps(content(), protocol) for protocol in (2, 4)]:
        back = pickle.loads(data)
        assert back[0].args[1] is back[1][0] is back[4].b is back[5].content[0] is back[6].content[1]
        assert back[0].initialised
        told.append((back[:2], back[2].state, vars(back[3]), back[4].a, back[5].content, back[6].content))
    assert len(set(map(repr, told))) == 1
    return told[0]


def by_opcodes():
    copyreg.add_extension('__main__', 'Made', 240)
    extension = Ids(io.BytesIO(pickle.dumps([Made, made('by code')], 2))).load()
    return (
        extension[1],
        pickle.loads(b"(S'a'\nI1\ni__main__\nMade\n."),
        pickle.loads(b"(c__main__\nMade\nS'b'\no."),
        pickle.loads(b'\x80\x04c__main__\nAdding\n)R(K\x01K\x02\x90.').content == [1, 2] and Adding.__name__,
        pickle.loads(b'\x80\x05](\x97\x97\x98e.', buffers=buffers()),
    )


def streams():
    file = File()
    IdPickler(file).dump(['x', made(1)])
    pickle.dump([made(2), 'text', 10**100], file, 0)
    pickle.dump([made(3), 'text' * 100, b'b' * 70000], file)
    file.seek(0)
    ids = Ids(file)
    ids.mine = wait('!')
    first = ids.load()
    second = ids.load()
    third = pickle.load(file)
    try:
        pickle.load(file)
    except EOFError as e:
        return first, second, third[0], len(third[1]), len(third[2]), str(e)


def f():
    return objects(), by_opcodes(), streams()


# expect: (([<1, ['shared']>, (['shared'], <2>, {'k': <3>})], <'state'>, {'told': 'state'}, 'a', [['shared'], 'content', (1, 2), (3, 4)], [1, ['shared']]), (<'by code'>, <'a', 1>, <'b'>, 'Adding', [bytearray(b'abc'), b'def']), (['id!', <1>], [<2>, 'text', 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000], <3>, 400, 70000, 'Ran out of input'))
