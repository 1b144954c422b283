"""match: classes, sequences, mappings, guards; simplifying expression trees."""


class Number:
    __match_args__ = ('value',)

    def __init__(self, value):
        self.value = value


class Binary:
    __match_args__ = ('operator', 'left', 'right')

    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right


class Name:
    __match_args__ = ('name',)

    def __init__(self, name):
        self.name = name


def simplify(tree):
    match tree:
        case Binary(operator, left, right):
            match operator, simplify(left), simplify(right):
                case '+', Number(a), Number(b):
                    return Number(a + b)
                case '*', Number(a), Number(b):
                    return Number(a * b)
                case '+' | '-', x, Number(0):
                    return x
                case '*', _, Number(0):
                    return Number(0)
                case '*', x, Number(1):
                    return x
                case op, x, y:
                    return Binary(op, x, y)
        case _:
            return tree


def size(tree):
    return 1 + size(tree.left) + size(tree.right) if isinstance(tree, Binary) else 1


def build(depth, n):
    if depth == 0:
        return Name('x') if n % 3 else Number(n % 2)
    return Binary('+*-'[n % 3], build(depth - 1, n * 2), build(depth - 1, n * 2 + 1))


def handle(event):
    match event:
        case {'type': 'key', 'code': int(code)} if code < 10:
            return code
        case {'type': 'key'}:
            return 10
        case {'type': 'mouse', 'at': [x, y]}:
            return x + y
        case ['batch', *events]:
            return sum(map(handle, events))
        case str() | None:
            return 1
        case _:
            return 0


EVENTS = [{'type': 'key', 'code': 3}, {'type': 'key', 'code': 77}, {'type': 'mouse', 'at': [2, 3]}, 'text', None, 4.5]


def run():
    trees = [build(9, n) for n in range(12)]
    sizes = [size(simplify(t)) for t in trees]
    total = 0
    for _ in range(9000):
        total += handle(['batch', *EVENTS])
    return sizes, total


EXPECTED = ([853, 851, 853, 853, 851, 853, 853, 851, 853, 853, 851, 853], 180000)
