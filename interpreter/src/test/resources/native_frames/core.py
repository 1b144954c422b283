# frame: core.ArgumentsFrame/1
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return wait(self.value)


class Truth:
    def __bool__(self):
        return wait(False)


def f():
    items = [1, 2]
    items.insert(Index(1), 'new')
    return items, 'a\tb'.expandtabs(tabsize=Index(3)), 'a,b,c'.split(',', Index(1)), 'a\nb'.splitlines(Truth())


# expect: ([1, 'new', 2], 'a  b', ['a', 'b,c'], ['a', 'b'])
