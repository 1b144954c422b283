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


# Likewise asynchronous generators.
async def numbers():
    n = 0
    while True:
        try:
            yield n
        except ValueError as e:
            n += e.args[0]


def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as e:
        return e.value


def thrown_by_hand(g, n):
    return [run(g.athrow(ValueError(i))) for i in range(n)][-1]


async def thrown_in_a_loop(g, n):
    total = 0
    for i in range(n):
        total += await g.athrow(ValueError(1))
    return total


g = numbers()
run(g.asend(None))
print([thrown_by_hand(g, 20) for _ in range(4)], thrown_by_hand(g, 700))  # expect: [190, 380, 570, 760] 245410
g = numbers()
run(g.asend(None))
print([run(thrown_in_a_loop(g, 20)) for _ in range(4)], run(thrown_in_a_loop(g, 700)))  # expect: [210, 610, 1010, 1410] 301350
