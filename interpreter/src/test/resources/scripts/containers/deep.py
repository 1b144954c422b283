# CPython cannot print this: it recurses in C.
deep = []
for _ in range(100000):
    deep = [deep]

print(len(repr(deep)))  # expect: 200002
deep = ()
for _ in range(20000):
    deep = {'k': (deep,)}

print(len(repr(deep)))  # expect: 200002
