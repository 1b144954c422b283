# The variables of comprehensions in locals() and f_locals, as CPython shows them.
import sys
import stackless

g = sys._getframe


def show(d):
    if 'show' in d:
        d = {k: v for k, v in d.items() if k in ('a', 'b', 'c', 'x', 'y', 'k', 'v', 'own', 'added')}
    return type(d).__name__, sorted(((k, v) for k, v in d.items() if isinstance(v, (int, str, type(None)))))


own = 1
print([show(locals()) for x in [1]])
# expect: [('dict', [('x', 1)])]

print([show(g().f_locals) for x in [1]])  # not saved: a view of variables cannot be pickled
# expect: [('FrameLocalsProxy', [('x', 1)])]

print(
    locals() is globals(), [locals() is globals() for x in [1]], [g().f_locals is globals() for x in [1]]
)  # not saved: a view of variables cannot be pickled
# expect: True [False] [False]

print('x' in globals())
# expect: False

print([[show(locals()) for y in [x]] for x in [2]])
# expect: [[('dict', [('x', 2), ('y', 2)])]]

print([show(vars()) for own in [5]], own)
# expect: [('dict', [('own', 5)])] 1

print([sorted(k for k in dir() if len(k) < 4 and k != 'g') for x in [1]])
# expect: [['x']]

print([eval('x') if 0 else eval('own') for x in [1]])
# expect: [1]


def safe(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)


class C:
    a = 3
    b = [show(locals()) for x in [1]], [[show(locals()) for y in [1]] for x in [2]]
    c = [show(g().f_locals) for x in [1]]  # not saved: a view of variables cannot be pickled
    names = sorted(k for k in locals() if k[0] != '_')


print(C.b, C.c, C.names)
# expect: ([('dict', [('x', 1)])], [[('dict', [('x', 2), ('y', 1)])]]) [('FrameLocalsProxy', [('x', 1)])] ['a', 'b', 'c']


def f(a):
    b = 2
    print([show(locals()) for x in [1]])
    print([show(g().f_locals) for x in [1]])
    print([[show(locals()) for y in [x]] for x in [2]])
    print([show(locals()) for a in [9]], a)
    print({show(locals())[0]: show(g().f_locals) for k, v in [(1, 2)]})
    print([(lambda: x, show(locals()))[1] for x in [1]])
    print(list(show(locals()) for x in [1]))
    print([show(locals()) for x in [1] for y in [show(locals()).__len__()]])
    print([[x, g().f_locals.__setitem__('x', 7), x][2] for x in [1]])
    print([[a, g().f_locals.__setitem__('a', 7), a][2] for a in [1]], a)
    print([[eval('x'), eval('a')] for x in [4]])
    print(show(locals()), 'x' in g().f_locals)
    g().f_locals['x'] = 'after'
    print(g().f_locals.get('x'), show(locals()))
    print([show(locals()) for x in [1]])
    print(g().f_locals.get('x'))
    print([len(g().f_locals) for x in [1]], [list(g().f_locals) for x in [1]])
    p = g().f_locals
    print([p['x'] for x in [1]], safe(lambda: p['x']))
    print([show(locals()) for x in [show(locals())[0]]])
    print(show(locals()))


f(1)  # not saved: a view of variables cannot be pickled
# expect: [('dict', [('a', 1), ('b', 2), ('x', 1)])]
# expect: [('FrameLocalsProxy', [('a', 1), ('b', 2), ('x', 1)])]
# expect: [[('dict', [('a', 1), ('b', 2), ('x', 2), ('y', 2)])]]
# expect: [('dict', [('a', 9), ('b', 2)])] 1
# expect: {'dict': ('FrameLocalsProxy', [('a', 1), ('b', 2), ('k', 1), ('v', 2)])}
# expect: [('dict', [('a', 1), ('b', 2), ('x', 1)])]
# expect: [('dict', [('x', 1)])]
# expect: [('dict', [('a', 1), ('b', 2), ('x', 1), ('y', 2)])]
# expect: [7]
# expect: [7] 1
# expect: [[4, 1]]
# expect: ('dict', [('a', 1), ('b', 2)]) False
# expect: after ('dict', [('a', 1), ('b', 2), ('x', 'after')])
# expect: [('dict', [('a', 1), ('b', 2), ('x', 1)])]
# expect: after
# expect: [3] [['a', 'b', 'x']]
# expect: [1] after
# expect: [('dict', [('a', 1), ('b', 2), ('x', 'dict')])]
# expect: ('dict', [('a', 1), ('b', 2), ('x', 'after')])


def h():
    def inner():
        return x

    x = 3
    print(
        [show(locals()) for x in [1]],
        inner(),
        [(lambda: x)() for x in [8]],
        [((lambda: x), show(locals()))[1] for x in [8]],
        inner(),
    )


h()
# expect: [('dict', [('x', 1)])] 3 [8] [('dict', [('x', 8)])] 3


async def co(frames):
    return [await frames(x) for x in [5]]


class A:
    def __init__(s, x):
        pass

    def __await__(s):
        yield s


c = co(A)
c.send(None)
print(show(c.cr_frame.f_locals)[1])
# expect: [('x', 5)]

c.close()


def deep():
    def look():
        return show(g(1).f_locals)

    print([look() for x in [1]])
    try:
        [1 // x for x in [0]]
    except ZeroDivisionError as e:
        print(show(e.__traceback__.tb_frame.f_locals))
    print(show(locals()))


deep()  # not saved: a view of variables cannot be pickled
# expect: [('FrameLocalsProxy', [('x', 1)])]
# expect: ('FrameLocalsProxy', [])
# expect: ('dict', [])

exec('print([show(locals()) for x in [1]])', {'show': show}, {'own': 4})
# expect: [('dict', [('x', 1)])]

exec(
    'print([show(g().f_locals) for x in [1]])', {'show': show, 'g': g}, {'own': 4}
)  # not saved: a view of variables cannot be pickled
# expect: [('FrameLocalsProxy', [('x', 1)])]

exec(
    'print([g().f_locals.__setitem__("added", 3) or show(g().f_locals) for x in [1]], "added" in locals())',
    {'show': show, 'g': g},
    {'own': 4},
)  # not saved: a view of variables cannot be pickled
# expect: [('FrameLocalsProxy', [('added', 3), ('x', 1)])] False


def unbound():
    try:
        return [y for x in [1] for y in [y]]
    except UnboundLocalError as e:
        return str(e)


def unbound_cell():
    try:
        return [lambda: y for x in [1] for y in [y]]
    except UnboundLocalError as e:
        return str(e)


print(unbound(), unbound_cell(), sep='; ')
# expect: cannot access local variable 'y' where it is not associated with a value; cannot access local variable 'y' where it is not associated with a value


def order():
    z = 1
    return [list(locals()) for b in [1] for a in [2]], [list(locals()) for a, z in [(1, 2)]]


print(order())
# expect: ([['z', 'b', 'a']], [['z', 'a']])


def saved(a):
    def inner():
        return a

    b = 2
    one = [show(locals()) for x in [1]]
    two = [[show(locals()) for y in [x]] for x in [2]]
    three = [show(locals()) for a in [9]]
    four = [(lambda: x, show(locals()))[1] for x in [1]]
    five = [show(locals()) for x in [1, 2] if not stackless.schedule(None)]
    return one, two, three, four, five, show(locals())


print(saved(1))
# expect: ([('dict', [('a', 1), ('b', 2), ('x', 1)])], [[('dict', [('a', 1), ('b', 2), ('x', 2), ('y', 2)])]], [('dict', [('a', 9), ('b', 2)])], [('dict', [('a', 1), ('b', 2), ('x', 1)])], [('dict', [('a', 1), ('b', 2), ('x', 1)]), ('dict', [('a', 1), ('b', 2), ('x', 2)])], ('dict', [('a', 1), ('b', 2)]))
