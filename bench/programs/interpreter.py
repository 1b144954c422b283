"""A small stack machine: a loop over instructions with a chain of comparisons, and one with a table of methods."""

PROGRAM = [
    ('push', 0),
    ('store', 'total'),
    ('push', 0),
    ('store', 'i'),
    # 4: the loop
    ('load', 'i'),
    ('push', 12_000),
    ('less', None),
    ('jump_if_not', 18),
    ('load', 'total'),
    ('load', 'i'),
    ('load', 'i'),
    ('multiply', None),
    ('add', None),
    ('store', 'total'),
    ('load', 'i'),
    ('push', 1),
    ('add', None),
    ('jump_store', 'i'),
    ('load', 'total'),
    ('halt', None),
]


def chain(program):
    stack, names, pc = [], {}, 0
    while True:
        op, argument = program[pc]
        pc += 1
        if op == 'load':
            stack.append(names[argument])
        elif op == 'push':
            stack.append(argument)
        elif op == 'store':
            names[argument] = stack.pop()
        elif op == 'jump_store':
            names[argument] = stack.pop()
            pc = 4
        elif op == 'add':
            b = stack.pop()
            stack.append(stack.pop() + b)
        elif op == 'multiply':
            b = stack.pop()
            stack.append(stack.pop() * b)
        elif op == 'less':
            b = stack.pop()
            stack.append(stack.pop() < b)
        elif op == 'jump_if_not':
            if not stack.pop():
                pc = argument
        else:
            return stack.pop()


class Machine:
    def __init__(self, program):
        self.program = [(getattr(self, 'do_' + op), argument) for op, argument in program]
        self.stack = []
        self.names = {}
        self.pc = 0
        self.running = True

    def run(self):
        while self.running:
            action, argument = self.program[self.pc]
            self.pc += 1
            action(argument)
        return self.stack.pop()

    def do_load(self, name):
        self.stack.append(self.names[name])

    def do_push(self, value):
        self.stack.append(value)

    def do_store(self, name):
        self.names[name] = self.stack.pop()

    def do_jump_store(self, name):
        self.do_store(name)
        self.pc = 4

    def do_add(self, _):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() + b)

    def do_multiply(self, _):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() * b)

    def do_less(self, _):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() < b)

    def do_jump_if_not(self, target):
        if not self.stack.pop():
            self.pc = target

    def do_halt(self, _):
        self.running = False


def run():
    return chain(PROGRAM) * 3, Machine(PROGRAM).run()


EXPECTED = (1727784006000, 575928002000)
