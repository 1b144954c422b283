# Instructions whose questions are answered by the program: patterns and annotations.
import collections.abc


class Line(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        for _ in range(2):
            pass
        return self.items[i]


class Table(collections.abc.Mapping):
    def __len__(self):
        return 1

    def __iter__(self):
        yield 'a'

    def __getitem__(self, key):
        for _ in range(2):
            pass
        return {'a': 1}[key]


class Bytes(bytearray):
    pass


class Text(str):
    pass


def kind(value):
    match value:
        case []:
            return 'empty'
        case [x, *rest]:
            return 'sequence', x, rest
        case {'a': a, **rest}:
            return 'mapping', a, rest
        case {}:
            return 'mapping'
        case _:
            return 'other'


print(kind(Line()), kind(Line(1, 2)), kind(Table()))  # expect: empty ('sequence', 1, [2]) ('mapping', 1, {})
print(kind(b'a'), kind(bytearray(b'a')), kind(Bytes(b'a')), kind(Text('a')), kind({'b': 1}), kind(range(2)))  # expect: other other other other mapping ('sequence', 0, [1])


class Names(dict):
    def __getitem__(self, name):
        for _ in range(2):
            pass
        return dict.__getitem__(self, name)

    def __setitem__(self, name, value):
        for _ in range(2):
            pass
        dict.__setitem__(self, name, value)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Names()


class Annotated(metaclass=Meta):
    x: int = 1
    y: str


print(Annotated.__annotations__)  # expect: {'x': <class 'int'>, 'y': <class 'str'>}
