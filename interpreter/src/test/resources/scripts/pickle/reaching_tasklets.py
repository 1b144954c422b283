# What is searched for tasklets, and that no program disturbs the search. Identity is unique.
import collections, gc, stackless, _picklejar_state as state


def unique(n):
    objects = [object() for _ in range(n)]
    return len({id(o) for o in objects}) == n


print(unique(300_000))  # not saved: saving so many objects takes long  # expect: True


def wait(channel):
    channel.receive()


def waiting():
    t = stackless.tasklet(wait)(stackless.channel())
    t.run()
    return t


class Rude:
    def __getattribute__(self, name):
        raise RuntimeError(name)

    def __iter__(self):
        raise RuntimeError


class Slotted:
    __slots__ = ('held',)


slotted = Slotted()
slotted.held = waiting()
many = collections.deque([waiting()])
keys = {waiting(): 1}


def enclosing():
    t = waiting()
    return lambda: t


closure = enclosing()


def generate():
    t = waiting()
    yield


generator = generate()
next(generator)


class Holder:
    held = waiting()


class Dictionary(dict):
    def values(self):
        raise RuntimeError


dictionary = Dictionary(t=waiting())
bound = [waiting()].append
error = ValueError(waiting())
import functools

partial = functools.partial(print, waiting())
static = staticmethod(waiting())
print(len(state.all_tasklets()))  # expect: 11
rude = Rude()  # not saved: holds an object that refuses to be pickled
object.__setattr__(rude, 'held', waiting())  # not saved: holds an object that refuses to be pickled
print(len(state.all_tasklets()))  # not saved: holds an object that refuses to be pickled  # expect: 12
rude = None  # not saved: holds an object that refuses to be pickled
