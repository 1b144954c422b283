# place: zip
def f():
    return list(zip((wait(v) for v in (1, 2)), 'ab')), list(zip((wait(v) for v in (1,)), strict=True))


# expect: ([(1, 'a'), (2, 'b')], [(1,)])


# place: enumerate
def f():
    return list(enumerate((wait(v) for v in 'ab'), 5))


# expect: [(5, 'a'), (6, 'b')]


# place: reversed with __reversed__
class R:
    def __reversed__(self):
        return wait(iter([3, 2]))


def f():
    return list(reversed(R()))


# expect: [3, 2]


# place: reversed of a sequence in Python
class S:
    def __len__(self):
        return wait(2)

    def __getitem__(self, i):
        return wait(i * 10)


def f():
    return list(reversed(S())), list(S.__getitem__(S(), i) for i in range(1))


# expect: ([10, 0], [0])


# place: iter(callable, sentinel)
def f():
    items = [3, 2, 1]
    return list(iter(lambda: wait(items.pop()), 3))


# expect: [1, 2]


# place: next(it, default)
def f():
    g = (wait(v) for v in (1,))
    return next(g), next(g, 'end')


# expect: (1, 'end')


# place: f(*gen)
def f():
    def g(*a):
        return a

    return g(*(wait(v) for v in (1, 2)), 3)


# expect: (1, 2, 3)


# place: f(**mapping)
class M:
    def keys(self):
        return wait(['a'])

    def __getitem__(self, k):
        return wait(1)


def f():
    def g(**k):
        return k

    return g(**M(), b=2)


# expect: {'a': 1, 'b': 2}


# place: [*gen]
def f():
    return [0, *(wait(v) for v in (1, 2))], (*(wait(v) for v in (3,)), 4), {*(wait(v) for v in (5,))}


# expect: ([0, 1, 2], (3, 4), {5})


# place: a, *b = gen
def f():
    a, *b = (wait(v) for v in (1, 2, 3))
    c, d = (wait(v) for v in (4, 5))
    return a, b, c, d


# expect: (1, [2, 3], 4, 5)


# place: in over an iterator
def f():
    return 2 in (wait(v) for v in (1, 2, 3)), 9 in (wait(v) for v in (1,))


# expect: (True, False)
