# Functions: parameters, closures, decorators, unpacking, comprehensions, matching.
import functools


def everything(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, sorted(kw.items())


print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, z=7), everything(*[1, 2], **{'d': 1, 'c': 9}))
# expect: (1, 2, 3, (), 4, 5, []) (1, 2, 3, (4, 5), 6, 5, [('z', 7)]) (1, 2, 9, (), 1, 5, [])
everything(1)  # expect error: TypeError: everything() missing 1 required keyword-only argument: 'd'
everything(a=1, d=2)  # expect error: TypeError: everything() missing 1 required positional argument: 'a'
everything(1, d=1, **{'d': 2})  # expect error: TypeError: __main__.everything() got multiple values for keyword argument 'd'


def counter(start):
    total = start

    def add(n=1):
        nonlocal total
        total += n
        return total

    def reset():
        nonlocal total
        total = start
    return add, reset


add, reset = counter(10)
print(add(), add(5), reset(), add())  # expect: 11 16 None 11
print([f() for f in [lambda i=i: i * i for i in range(4)]], [f() for f in [lambda: i for i in range(3)]])  # expect: [0, 1, 4, 9] [2, 2, 2]


def traced(prefix):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kw):
            calls.append((prefix, f.__name__, args))
            return f(*args, **kw)
        return wrapper
    return decorate


calls = []


@traced('outer')
@traced('inner')
def power(base, exponent=2):
    """Raises."""
    result = 1
    for _ in range(exponent):
        result *= base
    return result


print(power(3), power(2, exponent=5), calls, power.__name__, power.__doc__)
# expect: 9 32 [('outer', 'power', (3,)), ('inner', 'power', (3,)), ('outer', 'power', (2,)), ('inner', 'power', (2,))] power Raises.


def unpack():
    a, (b, *c), d = 1, 'xyz', [4]
    *front, last = range(4)
    (e, f), *g = zip('ab', 'cd'), 5
    x = y = []
    x.append(1)
    i, table = 0, [0, 0, 0]
    i, table[i] = 1, 'set'
    return a, b, c, d, front, last, e, f, g, y, table, [*front, *c], {**{'k': 1}, 'l': 2}


print(unpack())
# expect: (1, 'x', ['y', 'z'], [4], [0, 1, 2], 3, ('a', 'c'), ('b', 'd'), [5], [1], [0, 'set', 0], [0, 1, 2, 'y', 'z'], {'k': 1, 'l': 2})
a, b = [1, 2, 3]  # expect error: ValueError: too many values to unpack (expected 2)


def comprehensions():
    n = 3
    return ([(i, j) for i in range(n) for j in range(i) if i != j], {i % 2 for i in range(5)},
            {k: v for k, v in zip('abc', range(n))}, [y := i + n for i in range(2)], y, [[j for j in range(i)] for i in range(n)])


print(comprehensions())  # expect: ([(1, 0), (2, 0), (2, 1)], {0, 1}, {'a': 0, 'b': 1, 'c': 2}, [3, 4], 4, [[], [0], [0, 1]])


class Shape:
    __match_args__ = ('kind', 'size')

    def __init__(self, kind, size):
        self.kind, self.size = kind, size


def match(v):
    match v:
        case 0 | 1:
            return 'small'
        case int(n) if n > 100:
            return f'big {n}'
        case [x, y, *rest]:
            return 'sequence', x, y, rest
        case {'name': str(name), **rest}:
            return 'mapping', name, rest
        case Shape('square', size=s):
            return 'square', s
        case Shape(kind=k):
            return 'shape', k
        case None | True:
            return 'constant'
        case str() as text:
            return text.upper()
        case _:
            return 'other'


print([match(v) for v in (1, 101, 50, [1, 2, 3], (1, 2), {'name': 'n', 'a': 1}, Shape('square', 2), Shape('circle', 1), None, True, 'abc', 2.5)])
# expect: ['small', 'big 101', 'other', ('sequence', 1, 2, [3]), ('sequence', 1, 2, []), ('mapping', 'n', {'a': 1}), ('square', 2), ('shape', 'circle'), 'constant', 'small', 'ABC', 'other']


def strings(n):
    value, width = 3.14159, 8
    return f'{value:.2f}|{value:>{width}.1f}|{n!r:^7}|{n=}|{"nested " + f"{n * 2}"}|{{}}', 'a' 'b' f'{n:03d}'


print(strings(7))  # expect: ('3.14|     3.1|   7   |n=7|nested 14|{}', 'ab007')


def control(n):
    out = []
    while n:
        n -= 1
        if n % 2:
            continue
        out.append(n)
        if len(out) == 3:
            break
    else:
        out.append('else')
    for i in out:
        if i == 99:
            break
    else:
        out.append('for else')
    return out


print(control(4), control(20), 1 < 2 < 3 > 2, (0 or 'x') and not [], 5 if [] else 6)
# expect: [2, 0, 'else', 'for else'] [18, 16, 14, 'for else'] True True 6


def scopes():
    global made
    made = 'global'
    space = {'v': 2}
    exec('w = v * 21\ndef f(): return w', space)
    return space['f'](), eval('v + 1', space), [eval('i * i', {'i': i}) for i in range(3)]


print(scopes(), made)  # expect: (42, 3, [0, 1, 4]) global
del made
print(made)  # expect error: NameError: name 'made' is not defined


def defaults(x, seen=[]):
    seen.append(x)
    return seen


print(defaults(1), defaults(2), defaults(3, []))  # expect: [1, 2] [1, 2] [3]


def generic[T](x: T, *more: T) -> list[T]:
    return [x, *more]


print(generic(1, 2), generic.__type_params__, generic.__annotations__['return'])  # expect: [1, 2] (T,) list[T]
type Pair[A] = tuple[A, A]
print(Pair[int], Pair.__value__)  # expect: Pair[int] tuple[A, A]
