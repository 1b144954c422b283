# Code of another version can be read, and says when it runs that it cannot. It is a script of the main tasklet.
import copyreg
import io
import pickle
import warnings

import stackless

MAGIC = copyreg.dispatch_table[type((lambda: 0).__code__)]((lambda: 0).__code__)[1][0]
OTHER = MAGIC + 1


def foreign(value):
    """A pickle of it whose code has another magic number."""
    return pickle.dumps(value).replace(MAGIC.to_bytes(4, 'little'), OTHER.to_bytes(4, 'little'))


def load(data):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        value = pickle.loads(data)
    for w in told:
        print(w.category.__name__, str(w.message).replace(str(OTHER), 'N'))
    return value


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


def work():
    stackless.schedule()
    print('never')


t = stackless.tasklet(work)()
t.run()
saved = foreign(t)
t.kill()
copy = load(saved)  # expect: RuntimeWarning Unpickling code object with invalid magic number N
copy.insert()
attempt(
    stackless.run
)  # expect: RuntimeError: cannot execute invalid frame with 'eval_frame_value': frame had a C state that can't be restored or an invalid code object.
f = load(foreign(lambda v: v))
# expect: RuntimeWarning Unpickling code object with invalid magic number N
# expect: RuntimeWarning Unpickling function with invalid code object: <lambda>
attempt(f, 1)  # expect: SystemError: unknown opcode
g = (v for v in range(3))
print(next(g))  # expect: 0
g = load(foreign(g))  # expect: RuntimeWarning Unpickling code object with invalid magic number N
attempt(
    next, g
)  # expect: RuntimeError: cannot execute invalid frame with 'eval_frame_value': frame had a C state that can't be restored or an invalid code object.
attempt(next, g, 'ended')  # expect: ended


def load_strictly(data):
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        return pickle.loads(data)


try:
    load_strictly(foreign(work.__code__))
except RuntimeWarning as e:
    print(str(e).replace(str(OTHER), 'N'))  # expect: Unpickling code object with invalid magic number N

# A persistent_id or persistent_load that is assigned to an object hides the method.
file = io.BytesIO()
p = pickle.Pickler(file)
p.persistent_id = lambda o: 'seven' if o == 7 else None
p.dump([7, 8])
u = pickle.Unpickler(io.BytesIO(file.getvalue()))
u.persistent_load = lambda name: ('got', name)
print(u.load())  # expect: [('got', 'seven'), 8]
print(p.persistent_id(7))  # expect: seven
del p.persistent_id
print(p.persistent_id(7))  # expect: None
