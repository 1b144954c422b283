"""Functions of sys and gc that ask objects, and tell programs of what happens."""

import faulthandler, gc, os, sys, tempfile


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


class Wrong:
    def __sizeof__(self):
        return 'much'


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(sys.getsizeof(Sized(1000)) >= 1000, attempt(sys.getsizeof, Sized(-5)), attempt(sys.getsizeof, Wrong()))  # expect: True ValueError: __sizeof__() should return >= 0 TypeError: an integer is required
print(sys.getsizeof(Wrong(), 'unknown'))  # expect: unknown
print(sys.getsizeof([1] * 100) > sys.getsizeof([1]), sys.getsizeof(b'x' * 100) - sys.getsizeof(b''), sys.getsizeof((1, 2)) - sys.getsizeof(()))  # expect: True 100 16


# What refers to what.
class Node:
    pass


a, b = Node(), Node()
a.next = b
holder = [b, 'text']
print(any(r is a or r is a.__dict__ for r in gc.get_referrers(b)), any(r is holder for r in gc.get_referrers(b)))  # not saved: holds all objects  # expect: True True
print(any(r is b for r in gc.get_referents(holder)), gc.get_referents(), Node in gc.get_referents(a))  # expect: True [] True
print(any(o is holder for o in gc.get_objects()), attempt(gc.get_objects, 3), attempt(gc.get_objects, -2), attempt(gc.get_objects, 'x'))  # not saved: holds all objects  # expect: True ValueError: generation parameter must be less than the number of available generations (3) ValueError: generation parameter cannot be negative TypeError: argument should be integer or None, not 'str'

def told():
    calls = []

    def tell(phase, info):
        calls.append((phase, info['generation'], sorted(info)))

    gc.callbacks.append(tell)
    gc.collect()
    gc.collect(1)
    gc.callbacks.remove(tell)
    return calls


print(told())  # not saved: callbacks stay  # expect: [('start', 2, ['collected', 'generation', 'uncollectable']), ('stop', 2, ['collected', 'generation', 'uncollectable']), ('start', 1, ['collected', 'generation', 'uncollectable']), ('stop', 1, ['collected', 'generation', 'uncollectable'])]


# What a callback raises is told, and the collection goes on.
def raising():
    reports = []

    def fail(phase, info):
        raise ValueError(phase)

    old, sys.unraisablehook = sys.unraisablehook, lambda u: reports.append((str(u.exc_value), u.err_msg, u.object is fail))
    gc.callbacks.append(fail)
    try:
        gc.collect()
    finally:
        gc.callbacks.remove(fail)
        sys.unraisablehook = old
    return reports


print(raising())  # not saved: callbacks and hooks stay  # expect: [('start', None, True), ('stop', None, True)]
print(attempt(gc.collect, 3), attempt(gc.collect, -1))  # expect: ValueError: invalid generation ValueError: invalid generation

# Audit hooks: of events of the program, and of builtins.
def heard():
    events = []

    def hook(event, args):
        ours = event.startswith('our.') or event == 'os.mkdir'
        if ours or event == 'open' and args[0] == '/nowhere/at/all' or event == 'compile' and args[1] == '<text>':
            events.append((event, args[0] if args else None))
        if event == 'our.forbidden':
            raise ValueError('not allowed')

    sys.addaudithook(hook)
    sys.audit('our.event', 1, 'two')
    return (
        attempt(sys.audit, 'our.forbidden'),
        attempt(os.mkdir, '/nowhere/at/all'),
        attempt(open, '/nowhere/at/all'),
        attempt(compile, '(', '<text>', 'eval'),
        events,
    )


print(attempt(sys.audit), attempt(sys.audit, 1))  # expect: TypeError: audit() missing 1 required positional argument: 'event' None
print(heard())  # not saved: hooks stay  # expect: ('ValueError: not allowed', "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/at/all'", "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/at/all'", "SyntaxError: '(' was never closed (<text>, line 1)", [('our.event', 1), ('our.forbidden', None), ('os.mkdir', '/nowhere/at/all'), ('open', '/nowhere/at/all'), ('compile', b'(')])


def dumped():
    with tempfile.TemporaryFile('w+') as f:
        faulthandler.dump_traceback(f, all_threads=False)
        f.seek(0)
        lines = f.read().splitlines()
        return lines[0], lines[1].endswith(' in dumped')


print(dumped())  # not saved: holds an open file  # expect: ('Stack (most recent call first):', True)
print(faulthandler.is_enabled(), faulthandler.disable())  # expect: False False
