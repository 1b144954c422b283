# How a loaded tasklet that is killed, or has a frame that cannot run, ends in its with statements. It is a script of the main tasklet.
import contextlib
import pickle

import stackless

log = []


class Note:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        log.append((self.name, kind and kind.__name__))


@contextlib.contextmanager
def noting(name):
    try:
        yield
    except BaseException as e:
        log.append((name, type(e).__name__))
        raise
    log.append((name, None))


def inner():
    with Note('inner'), noting('generator'):
        stackless.schedule_remove()


def outer():
    with Note('outer'):
        inner()


def ends(load):
    """Ends copies in three ways, and tells what their with statements and the caller see."""
    for name, args in ('run', ()), ('kill', ()), ('throw', (ValueError, 'thrown')):
        copy = load()
        del log[:]
        try:
            getattr(copy, name)(*args)
        except Exception as e:
            log.append(str(e)[:28])
        print(name, copy.alive, *log)


t = stackless.tasklet(outer)()
t.run()
data = pickle.dumps(t)
ends(lambda: pickle.loads(data))
# expect: run False ('generator', None) ('inner', None) ('outer', None)
# expect: kill False ('generator', 'TaskletExit') ('inner', 'TaskletExit') ('outer', 'TaskletExit')
# expect: throw False ('generator', 'ValueError') ('inner', 'ValueError') ('outer', 'ValueError') thrown


def with_invalid(name):
    """A copy in which the frame of a function is marked as one that stood in C code."""
    t = pickle.loads(data)
    kind, args, state = t.__reduce__()
    frames = []
    for f in state[3]:
        make, args, parts = f.__reduce__()
        if getattr(args[0], 'co_name', None) == name:
            parts = (parts[0], 0) + parts[2:]
        frames.append(make(*args))
        frames[-1].__setstate__(parts)
    return kind().__setstate__(state[:3] + (frames,) + state[4:])


# An exception that is raised already is kept; the body of the frame itself does not see it.
ends(lambda: with_invalid('inner'))
# expect: run False ('outer', 'RuntimeError') cannot execute invalid frame
# expect: kill False ('outer', 'TaskletExit')
# expect: throw False ('outer', 'ValueError') thrown
ends(lambda: with_invalid('outer'))
# expect: run False ('generator', None) ('inner', None) cannot execute invalid frame
# expect: kill False ('generator', 'TaskletExit') ('inner', 'TaskletExit')
# expect: throw False ('generator', 'ValueError') ('inner', 'ValueError') thrown
