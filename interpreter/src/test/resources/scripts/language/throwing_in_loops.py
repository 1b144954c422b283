# An exception that is thrown into a generator, which handles it, comes back as a value: also where the caller is compiled and stands in a loop.
def answers():
    while True:
        try:
            yield 1
        except ValueError as e:
            yield e.args[0]


def delegates(g):
    return (yield from g)


def in_a_loop(g, n):
    total = 0
    for i in range(n):
        total += g.throw(ValueError(i)) + next(g)
    return total


def thrown(g, i):
    return g.throw(ValueError(i))


def through_a_call(g, n):
    total = 0
    for i in range(n):
        total += thrown(g, i) + next(g)
    return total


for kind in (lambda: answers(), lambda: delegates(answers())):
    for f in (in_a_loop, through_a_call):
        g = kind()
        next(g)
        print([f(g, 20) for _ in range(4)], f(g, 700))
# expect: [210, 210, 210, 210] 245350
# expect: [210, 210, 210, 210] 245350
# expect: [210, 210, 210, 210] 245350
# expect: [210, 210, 210, 210] 245350


def ends(g, n):
    caught = []
    for i in range(n):
        try:
            g.throw(KeyError(i))
        except (KeyError, StopIteration) as e:
            caught.append((type(e).__name__, *e.args))
    return caught[:2], len(caught)


print(ends(answers(), 500))  # expect: ([('KeyError', 0), ('KeyError', 1)], 500)
