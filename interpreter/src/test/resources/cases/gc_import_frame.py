# A function that imports a module lets go of its locals when it returns.
import gc, weakref


class Thing:
    pass


def function():
    thing = Thing()
    import math

    return weakref.ref(thing)


ref = function()
gc.collect()
print(ref() is None)
# expect: True
