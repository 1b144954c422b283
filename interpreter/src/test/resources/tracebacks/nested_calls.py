def inner(x):
    return 1 / x

def outer(x):
    return inner(x) + 1

class C:
    def method(self):
        return outer(0)

C().method()
