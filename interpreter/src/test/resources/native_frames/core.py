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
# frame: core.ProbeFrame/1
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return wait(hash(self.name[0]))

    def __eq__(self, other):
        return wait(isinstance(other, Key) and self.name == other.name)

    def __repr__(self):
        return self.name


class Default(dict):
    def __missing__(self, key):
        return wait('missing')


def f():
    one, two, ones = Key('k1'), Key('k2'), Key('k1')
    d = {one: 1}
    d[two] = 2
    found = d[ones], d.get(Key('k3'), 'none'), Default()[one], ones in d
    d[ones] = 3
    del d[Key('k2')]
    try:
        del d[two]
    except KeyError as e:
        found += (e.args[0] is two,)
    s = {one}
    s.add(two)
    s.discard(Key('k2'))
    s.add(ones)
    s.remove(ones)
    return found, d, d.pop(ones), d.setdefault(two, 4), s, two in s


# expect: ((1, 'none', 'missing', True, True), {k2: 4}, 3, 4, set(), False)
