# place: loggers with names
import logging


class H(logging.Handler):
    def __init__(self):
        super().__init__()
        self.texts = []

    def emit(self, record):
        self.texts.append((record.name, wait(self.format(record))))


def f():
    h = H()
    top = logging.getLogger('a')
    top.addHandler(h)
    log = logging.getLogger('a.b')
    log.setLevel(logging.DEBUG)
    deep = log.getChild('c')
    deep.extra = [deep]
    logging.getLogger('x.y.z').propagate = False
    top.propagate = False
    wait()
    log.debug('one')
    deep.info('two')
    logging.getLogger('a.b.c').disabled = True
    wait()
    deep.info('no')
    same = [deep.parent is log, log.parent is top, log is logging.getLogger('a.b'), deep.extra[0] is deep, log.level]
    wait()
    return h.texts, same, top.propagate, log.manager is logging.root.manager, log.isEnabledFor(10), deep.disabled


# expect: ([('a.b', 'one'), ('a.b.c', 'two')], [True, True, True, True, 10], False, True, True, True)


# place: class attributes of the library
import weakref, logging, threading


class A:
    pass


def f():
    a = A()
    ran = []
    g = weakref.finalize(a, ran.append, 1)
    reg = weakref.finalize._registry
    m = logging.Logger.manager
    wait()
    return reg is weakref.finalize._registry, m is logging.Logger.manager


# expect: (True, True)


# place: functions of the library under decorators
import typing


def f():
    r = [typing.Optional[int], typing.List[str], typing.Union[int, str], typing.Callable[[int], str]]
    r.append(typing.Literal[1, 'a'])
    hidden = typing._SpecialForm.__getitem__.__wrapped__
    wait()
    r += [hidden is typing._SpecialForm.__getitem__.__wrapped__]
    return r


# expect: [typing.Optional[int], typing.List[str], typing.Union[int, str], typing.Callable[[int], str], typing.Literal[1, 'a'], True]


# place: module by hand
import types, sys


def f():
    m = types.ModuleType('byhand', 'doc')
    exec('x = 1\ndef g():\n    global x\n    x += 1\n    return x\nclass C:\n    def m(self): return g()\n', m.__dict__)
    sys.modules['byhand'] = m
    r = [m.g()]
    wait()
    r.append(m.g())
    c = m.C()
    wait()
    r.append(c.m())
    import byhand

    r.append(byhand is m)
    r.append(byhand.x)
    wait()
    import byhand

    r.append((byhand is m, byhand.g()))
    return r


# expect: [2, 3, 4, True, 4, (True, 5)]


# place: threads that have not begun or have ended
# refused at some ticks: cannot pickle a thread that
import threading


def f():
    r = []
    t = threading.Thread(target=r.append, args=(1,), name='T', daemon=True)
    wait()
    r += [t.is_alive(), t.ident]
    t.start()
    t.join()
    wait()
    r += [t.is_alive(), t.name, t.daemon, t.ident > 0]
    t.join()
    try:
        t.start()
    except RuntimeError as e:
        r.append(str(e))
    return r


# expect: [False, None, 1, False, 'T', True, True, 'threads can only be started once']


# place: memoryviews of parts
import array, io


def f():
    ba = bytearray(b'hello')
    m2 = memoryview(ba)[1:3]
    m3 = memoryview(ba)[::2]
    m4 = memoryview(ba)[::-1].toreadonly()
    mv = memoryview(bytearray(8)).cast('I')
    m5 = mv[1:]
    gone = memoryview(b'a')
    gone.release()
    a = array.array('d', [1, 2, 3])
    m6 = memoryview(a)[1:]
    b = io.BytesIO(b'0123')
    m7 = b.getbuffer()[2:]
    m8 = memoryview(bytes(12)).cast('B', (3, 4))
    m9 = memoryview(b'')[0:0]
    wait()
    m2[0] = 65
    m3[2] = 66
    m5[0] = 7
    m6[0] = 9.0
    m7[0] = 67
    r = [
        ba,
        m2.obj is ba,
        m3.tobytes(),
        m4.tobytes(),
        mv.tolist(),
        m4.readonly,
        m3.strides,
        a,
        b.getvalue(),
        m8.shape,
        m9.nbytes,
    ]
    for change in (lambda: ba.append(1), lambda: gone[0], lambda: b.write(b'x' * 9)):
        try:
            change()
        except (BufferError, ValueError) as e:
            r.append(str(e))
    return r


# expect: [bytearray(b'hAllB'), True, b'hlB', b'BllAh', [0, 7], True, (2,), array('d', [1.0, 9.0, 3.0]), b'01C3', (3, 4), 0, 'Existing exports of data: object cannot be re-sized', 'operation forbidden on released memoryview object', 'Existing exports of data: object cannot be re-sized']


# place: locals of frames
def f():
    def g(a, *args, k=1, **kw):
        loc = locals()
        wait()
        return loc, sorted(locals())

    import sys

    fr = sys._getframe()
    r = [g(1, 2, k=3, z=4)]
    fl = fr.f_locals
    x = 5
    wait()
    r.append((fl['x'], fr.f_code is f.__code__, fr is sys._getframe()))
    fl['x'] = 6
    r.append(x)
    try:
        raise ValueError
    except ValueError as e:
        tb = e.__traceback__
        wait()
        r.append((tb.tb_frame is fr, tb.tb_lineno == e.__traceback__.tb_lineno, tb.tb_next))
    [y := wait(i) for i in range(3)]
    r.append(y)

    def gen():
        l = locals()
        yield
        q = 3
        wait()
        yield sorted(locals())

    gg = gen()
    next(gg)
    wait()
    r.append(next(gg))
    r.append(gg.gi_frame.f_locals['q'])
    return r


# expect: [({'a': 1, 'k': 3, 'args': (2,), 'kw': {'z': 4}}, ['a', 'args', 'k', 'kw', 'loc']), (5, True, True), 6, (True, True, None), 2, ['l', 'q'], 3]
