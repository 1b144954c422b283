"""Code objects that are taken apart and put together."""

import marshal, types

PARTS = (
    'co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names co_varnames '
    'co_filename co_name co_qualname co_firstlineno co_linetable co_exceptiontable co_freevars co_cellvars'
).split()


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__


def again(code):
    return types.CodeType(*[getattr(code, name) for name in PARTS])


def simple(a, /, b=2, *rest, c, **more):
    """Documented."""
    return a, b, rest, c, more, [x * a for x in rest if x > b]


def cells(n):
    total = 0

    def add(k):
        nonlocal total
        total += k * n
        return total

    return add


def careful(x):
    try:
        with memoryview(x) as v:
            return sum(v)
    except TypeError as e:
        return f'no: {e}'
    finally:
        x = None


def counting(n):
    for i in range(n):
        got = yield i
        if got:
            return got


for f in (simple, careful, counting):
    g = types.FunctionType(again(f.__code__), globals(), f.__name__, f.__defaults__)
    print(g.__code__ == f.__code__, hash(g.__code__) == hash(f.__code__), g.__doc__)
    if f is simple:
        print(g(1, 2, 3, 4, c=5, d=6))
    elif f is careful:
        print(g(b'ab'), g(3))
    else:
        print(list(g(3)))
# expect: True True Documented.
# expect: (1, 2, (3, 4), 5, {'d': 6}, [3, 4])
# expect: True True None
# expect: 195 no: memoryview: a bytes-like object is required, not 'int'
# expect: True True None
# expect: [0, 1, 2]

made = types.FunctionType(again(cells.__code__), globals())(10)
print(made(1), made(2), sorted(made.__code__.co_freevars))  # expect: 10 30 ['n', 'total']

restored = marshal.loads(marshal.dumps(simple.__code__))
print(types.FunctionType(restored, globals(), 'x', (7,))(1, c=2), restored == simple.__code__)  # expect: (1, 7, (), 2, {}, []) True
print(attempt(marshal.dumps, simple.__code__, allow_code=False), attempt(marshal.loads, marshal.dumps(simple.__code__), allow_code=False))  # expect: ValueError ValueError

# Equal code of equal sources.
one = compile('def f(x): return x + 1.0, (1, b"x")', 'file', 'exec')
two = compile('def f(x): return x + 1.0, (1, b"x")', 'file', 'exec')
other = compile('def f(x): return x + 1, (1, b"x")', 'file', 'exec')
print(one == two, one == other, one != other, hash(one) == hash(two))  # expect: True False True True

code = simple.__code__
named = code.replace(co_name='renamed', co_firstlineno=99, co_consts=code.co_consts)
print(named.co_name, named.co_firstlineno, named == code, types.FunctionType(named, globals(), None, (2,))(1, c=0))  # expect: renamed 99 False (1, 2, (), 0, {}, [])
print(attempt(code.replace, co_nothing=1), attempt(code.replace, co_name=1), attempt(code.replace, co_argcount=-1))  # expect: TypeError TypeError ValueError
print(attempt(types.CodeType), attempt(types.CodeType, 'x'))  # expect: TypeError TypeError
print(attempt(again, types.SimpleNamespace(**{n: getattr(code, n) for n in PARTS} | {'co_names': (1,)})))  # expect: TypeError
