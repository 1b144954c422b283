def f(a, b=0):
    return a

print(f(1)(f(2), 3) + f(4))
