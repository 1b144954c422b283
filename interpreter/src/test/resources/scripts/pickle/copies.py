# Module copy copies what Stackless pickles: a shallow copy shares what frames hold, a deep one does not. It is a script of the main tasklet.
import copy

import stackless


def generator(log):
    for i in range(3):
        log.append(i)
        yield len(log)


def both(value):
    return copy.copy(value), copy.deepcopy(value)


log = []
g = generator(log)
print(next(g))  # expect: 1
shallow, deep = both(g)
print([*deep], [*g], [*shallow], log)  # expect: [2, 3] [2, 3] [] [0, 1, 2]
print(type(shallow) is type(g), shallow is g, copy.copy(g).gi_frame)  # expect: True False None
fresh = generator([])
print([[*c] for c in both(fresh)], [*fresh])  # expect: [[1, 2, 3], [1, 2, 3]] [4, 5, 6]


async def steps():
    for i in range(3):
        yield i


async def ask(source):
    return [await anext(source), [i async for i in source]]


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value


a = steps()
print([run(ask(c)) for c in both(a)], run(ask(a)))  # expect: [[0, [1, 2]], [0, [1, 2]]] [0, [1, 2]]
c = ask(steps())
print([run(k) for k in (copy.deepcopy(c), copy.copy(c))], c.close())  # expect: [[0, [1, 2]], [0, [1, 2]]] None


def failing(n):
    if n:
        failing(n - 1)
    raise ValueError


def traceback():
    try:
        failing(1)
    except ValueError as e:
        return e.__traceback__


def functions(tb):
    while tb:
        yield tb.tb_frame.f_code.co_name
        tb = tb.tb_next


tb = traceback()
print(
    [[*functions(t)] for t in both(tb)]
)  # expect: [['traceback', 'failing', 'failing'], ['traceback', 'failing', 'failing']]
print([t.tb_next.tb_frame.f_back is t.tb_frame for t in both(tb)])  # expect: [True, True]


def worker(ch, log):
    log.append(ch.receive())
    return log


log = []
ch = stackless.channel()
t = stackless.tasklet(worker)(ch, log)
stackless.run()
deep, deep_ch = copy.deepcopy((t, ch))
print(deep.blocked, deep_ch.balance, ch.balance)  # expect: True -1 -1
deep_ch.send(1)
print(log, t.alive, deep.alive)  # expect: [] True False
ch.send(2)
print(log)  # expect: [2]
print(copy.copy(worker) is worker, copy.deepcopy(worker.__code__) is worker.__code__)  # expect: True True
