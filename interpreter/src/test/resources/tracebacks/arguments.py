def f(a, *, key):
    return a

f(1, 2, key=3)
