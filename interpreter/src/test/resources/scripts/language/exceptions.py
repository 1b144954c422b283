# Exceptions: finally, with, contexts and causes, groups.
log = []


def inner(n):
    try:
        log.append(('try', n))
        if n == 1:
            raise ValueError(n)
        if n == 2:
            return 'returned'
        return 1 // n
    except ZeroDivisionError as e:
        log.append(('zero', str(e)))
        return 'zero'
    else:
        log.append('else')
    finally:
        for v in range(2):
            log.append(('finally', n, v))


def outer(n):
    try:
        return inner(n)
    except ValueError as e:
        raise KeyError('wrapped') from e


print(outer(0), outer(2), outer(5))  # expect: zero returned 0
outer(1)  # expect error: KeyError: 'wrapped'
print(log)
# expect: [('try', 0), ('zero', 'integer division or modulo by zero'), ('finally', 0, 0), ('finally', 0, 1), ('try', 2), ('finally', 2, 0), ('finally', 2, 1), ('try', 5), ('finally', 5, 0), ('finally', 5, 1), ('try', 1), ('finally', 1, 0), ('finally', 1, 1)]


def chain():
    try:
        try:
            {}['a']
        except KeyError:
            [][1]
    except IndexError as e:
        c = e.__context__
        return type(e).__name__, type(c).__name__, c.__context__, e.__suppress_context__


print(chain())  # expect: ('IndexError', 'KeyError', None, False)


class Manager:
    def __init__(self, name, swallow=()):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        log.append('enter ' + self.name)
        return self

    def __exit__(self, kind, value, tb):
        log.append(f'exit {self.name} {kind and kind.__name__}')
        return kind in self.swallow


def use():
    del log[:]
    with Manager('a', [TypeError]), Manager('b') as b:
        log.append(b.name)
        for i in range(3):
            if i == 1:
                raise TypeError('t')
    with Manager('c'):
        return list(log)


print(use(), log[-1])  # expect: ['enter a', 'enter b', 'b', 'exit b TypeError', 'exit a TypeError', 'enter c'] exit c None
with Manager('d'):
    raise OSError(2, 'gone')  # expect error: FileNotFoundError: [Errno 2] gone


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    else:
        out.append('no')
    while True:
        try:
            try:
                raise StopIteration
            finally:
                out.append('f')
        except StopIteration:
            break
    return out


print(loops())  # expect: [0, 0, -1, 2, -2, -3, 'f']


class Custom(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
        self.add_note('a note')


def groups():
    caught = []
    try:
        raise ExceptionGroup('many', [ValueError(1), TypeError('t'), ExceptionGroup('nested', [ValueError(2), Custom(3)])])
    except* ValueError as e:
        caught.append([str(x) for x in e.exceptions])
    except* Custom as e:
        caught.append((e.exceptions[0].exceptions[0].code, e.exceptions[0].exceptions[0].__notes__))
    except* TypeError as e:
        caught.append(e.exceptions)
    return caught


print(groups())  # expect: [['1', 'nested (1 sub-exception)'], (3, ['a note']), (TypeError('t'),)]


def reraise():
    try:
        try:
            raise Custom(7)
        except Custom:
            log.append('again')
            raise
    except Exception as e:
        return e.code, e.args


print(reraise())  # expect: (7, ('code 7',))


def no_leak():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


no_leak()  # expect error: UnboundLocalError: cannot access local variable 'e' where it is not associated with a value


def generator_finally():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append('closed')
        raise
    finally:
        log.append('done')


def first():
    g = generator_finally()
    v = next(g)
    g.close()
    return v, log[-2:]


print(first())  # expect: (1, ['closed', 'done'])
raise Custom(9) from None  # expect error: Custom: code 9
assert 1 == 2, 'not equal'  # expect error: AssertionError: not equal


def deep(n):
    return deep(n + 1)


def limit():
    try:
        deep(0)
    except RecursionError as e:
        return str(e)


print(limit())  # expect: maximum recursion depth exceeded
# a context is set where an exception is raised, not on its way out
def without_context(x):
    exc = KeyError(x)
    try:
        raise exc
    finally:
        exc.__context__ = None

def passing(through):
    try:
        raise IndexError
    except IndexError:
        try:
            through()
        except KeyError as e:
            return e.__context__

print(passing(lambda: without_context(1)), passing(lambda: list(map(without_context, [1]))), passing(lambda: sorted([1], key=without_context)))  # expect: None None None
