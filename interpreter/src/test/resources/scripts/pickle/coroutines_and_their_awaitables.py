# What coroutines and async generators are reduced to, also by a direct call. It is a script of the main tasklet.
import pickle
import sys

import stackless


def attempt(call, *args):
    try:
        print(call(*args))
    except BaseException as e:
        print(type(e).__name__, e, sep=': ')


async def nothing():
    pass


async def numbers():
    try:
        while True:
            yield 1
    except ValueError as e:
        yield e.args


attempt(sys.set_coroutine_origin_tracking_depth, -1)  # expect: ValueError: depth must be >= 0
attempt(
    sys.set_coroutine_origin_tracking_depth, None
)  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
c = nothing()
print(c.cr_origin, c.close())  # expect: None None


def maker():
    return nothing()


sys.set_coroutine_origin_tracking_depth(1)
c = maker()
print([place[2] for place in c.cr_origin], c.close())  # expect: ['maker'] None
sys.set_coroutine_origin_tracking_depth(depth=2)
print(sys.get_coroutine_origin_tracking_depth())  # expect: 2
c = maker()
print([place[2] for place in c.cr_origin])  # expect: ['maker', '<module>']
sys.set_coroutine_origin_tracking_depth(0)
copy = pickle.loads(pickle.dumps(c))
print(copy.cr_origin == c.cr_origin, c.__reduce__()[2][8] is c.cr_origin)  # expect: True True
attempt(copy.send, None)  # expect: StopIteration:
attempt(copy.send, None)  # expect: RuntimeError: cannot reuse already awaited coroutine
copy = pickle.loads(pickle.dumps(copy))
attempt(copy.send, None)  # expect: RuntimeError: cannot reuse already awaited coroutine
wrapper = c.__await__()
print(wrapper.__reduce__()[1:] == ((), (c,)), wrapper.__reduce_ex__(4)[1:] == ((), (c,)))  # expect: True True

g = numbers()
for step in g.asend(7), g.__anext__(), g.athrow(ValueError, 'x'), g.aclose():
    print(type(step).__name__, step.__reduce_ex__(2) == step.__reduce__(), step.__reduce__()[2][1:])
# expect: async_generator_asend True (7, 0, 1)
# expect: async_generator_asend True (None, 0, 0)
# expect: async_generator_athrow True ((<class 'ValueError'>, 'x'), 0, 1)
# expect: async_generator_athrow True (None, 0, 0)
attempt(pickle.loads(pickle.dumps(g.__anext__())).send, None)  # expect: StopIteration: 1
attempt(g.asend(None).send, None)  # expect: StopIteration: 1
step = pickle.loads(pickle.dumps(g.athrow(ValueError, 'x')))
attempt(step.send, None)  # expect: StopIteration: ('x',)
attempt(step.send, None)  # expect: RuntimeError: cannot reuse already awaited aclose()/athrow()
step = pickle.loads(pickle.dumps(step))
attempt(step.send, None)  # expect: RuntimeError: cannot reuse already awaited aclose()/athrow()
step = pickle.loads(pickle.dumps(g.athrow(5)))
attempt(
    step.send, None
)  # expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
attempt(step.send, None)  # expect: RuntimeError: cannot reuse already awaited aclose()/athrow()
attempt(pickle.loads(pickle.dumps(g.aclose())).send, None)  # expect: StopIteration:
make, args, state = step.__reduce__()
attempt(
    make(*args).__setstate__, (g, (ValueError,), 3, 1)
)  # expect: ValueError: async_generator_athrow.__setstate__: there is no state 3
attempt(
    make(*args).__setstate__, (g, (), 0, 1)
)  # expect: ValueError: async_generator_athrow.__setstate__: throw takes one to three arguments


# A hook for new async generators that waits holds up the loading, and can be saved itself.
def work():
    sys.set_asyncgen_hooks(firstiter=lambda g: (stackless.schedule_remove(), seen.append(g.__name__)))
    g = pickle.loads(data)
    print(seen, run(g))


def run(g):
    try:
        g.asend(None).send(None)
    except StopIteration as e:
        return e.value


seen = []
g = numbers()
run(g)
data = pickle.dumps(g)
t = stackless.tasklet(work)()
t.run()
saved = pickle.dumps(t)
t.run()  # expect: ['numbers'] 1
sys.set_asyncgen_hooks(None, None)
pickle.loads(saved).run()  # expect: ['numbers', 'numbers'] 1
