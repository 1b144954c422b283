"""A recursive-descent parser of arithmetic: a lexer by characters, a tree, its value."""


class Lexer:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.token = None
        self.advance()

    def advance(self):
        text, at = self.text, self.at
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            self.token = ('end', None)
        elif text[at].isdigit():
            begin = at
            while at < len(text) and text[at].isdigit():
                at += 1
            self.token = ('number', int(text[begin:at]))
        elif text[at].isalpha():
            begin = at
            while at < len(text) and text[at].isalnum():
                at += 1
            self.token = ('name', text[begin:at])
        else:
            self.token = (text[at], None)
            at += 1
        self.at = at


def expression(lexer):
    left = term(lexer)
    while lexer.token[0] in ('+', '-'):
        operator = lexer.token[0]
        lexer.advance()
        left = (operator, left, term(lexer))
    return left


def term(lexer):
    left = factor(lexer)
    while lexer.token[0] in ('*', '/'):
        operator = lexer.token[0]
        lexer.advance()
        left = (operator, left, factor(lexer))
    return left


def factor(lexer):
    kind, value = lexer.token
    lexer.advance()
    if kind == '-':
        return ('neg', factor(lexer))
    if kind == '(':
        inside = expression(lexer)
        if lexer.token[0] != ')':
            raise SyntaxError('expected )')
        lexer.advance()
        return inside
    return (kind, value)


def value(tree, names):
    kind = tree[0]
    if kind == 'number':
        return tree[1]
    if kind == 'name':
        return names[tree[1]]
    if kind == 'neg':
        return -value(tree[1], names)
    a, b = value(tree[1], names), value(tree[2], names)
    if kind == '+':
        return a + b
    if kind == '-':
        return a - b
    if kind == '*':
        return a * b
    return a // b if b else 0


def run():
    total = 0
    names = {'x': 7, 'width': 120}
    for i in range(1800):
        text = '(%d + x) * (width - %d) / (3 + x) - -(%d * (2 + x) - width / 4)' % (i, i % 50, i * 3)
        lexer = Lexer(text)
        tree = expression(lexer)
        assert lexer.token[0] == 'end'
        for x in range(3):
            names['x'] = x
            total += value(tree, names)
    return total


EXPECTED = 164492778
