"""Objects that refer to each other: a planner that keeps one-way constraints of differing strength."""

REQUIRED, STRONG, WEAK = 0, 1, 2


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.stay = True
        self.strength = WEAK + 1


class Constraint:
    def __init__(self, strength, *variables):
        self.strength = strength
        self.variables = variables
        self.output = None
        for v in variables:
            v.constraints.append(self)

    def satisfied(self):
        return self.output is not None

    def choose(self):
        """The variable to set: the one that is held most weakly."""
        weakest = None
        for v in self.outputs():
            if v.strength > self.strength and (weakest is None or v.strength > weakest.strength):
                weakest = v
        return weakest

    def outputs(self):
        return self.variables

    def inputs(self):
        return [v for v in self.variables if v is not self.output]

    def remove(self):
        for v in self.variables:
            v.constraints.remove(self)


class Stay(Constraint):
    def execute(self):
        pass


class Edit(Constraint):
    def execute(self):
        pass


class Equal(Constraint):
    def execute(self):
        a, b = self.variables
        if self.output is a:
            a.value = b.value
        else:
            b.value = a.value


class Scale(Constraint):
    """The second is the first times a factor plus an offset."""

    def __init__(self, strength, source, factor, offset, target):
        super().__init__(strength, source, target)
        self.factor = factor
        self.offset = offset

    def execute(self):
        source, target = self.variables
        if self.output is target:
            target.value = source.value * self.factor + self.offset
        else:
            source.value = (target.value - self.offset) // self.factor


class Planner:
    def __init__(self):
        self.mark = 0

    def add(self, constraint):
        while constraint is not None:
            constraint = self.satisfy(constraint)

    def satisfy(self, constraint):
        """Returns the constraint that had to give way."""
        output = constraint.choose()
        if output is None:
            if constraint.strength == REQUIRED:
                raise ValueError('cannot be satisfied')
            return None
        overridden = output.determined_by
        if overridden is not None:
            overridden.output = None
        constraint.output = output
        output.determined_by = constraint
        self.propagate(output)
        return overridden

    def propagate(self, start):
        work = [start]
        while work:
            v = work.pop()
            c = v.determined_by
            v.strength = max([c.strength, *[i.strength for i in c.inputs()]])
            c.execute()
            for user in v.constraints:
                if user is not c and user.satisfied() and user.output is not v:
                    work.append(user.output)

    def plan(self, sources):
        order, work = [], list(sources)
        while work:
            c = work.pop()
            order.append(c)
            for user in c.output.constraints:
                if user is not c and user.satisfied() and user.output is not c.output:
                    work.append(user)
        return order

    def remove(self, constraint):
        output = constraint.output
        constraint.remove()
        if output is not None:
            output.determined_by = None
            output.strength = WEAK + 1
            for c in list(output.constraints):
                if not c.satisfied():
                    self.add(c)


def change(planner, variable, values):
    edit = Edit(STRONG, variable)
    planner.add(edit)
    plan = planner.plan([edit])
    for value in values:
        variable.value = value
        for c in plan:
            c.execute()
    planner.remove(edit)


def chain(n):
    planner = Planner()
    variables = [Variable('v%d' % i, 0) for i in range(n)]
    for a, b in zip(variables, variables[1:]):
        planner.add(Equal(REQUIRED, a, b))
    planner.add(Stay(WEAK, variables[-1]))
    total = 0
    change(planner, variables[0], range(20))
    total += variables[-1].value
    return total


def projection(n):
    planner = Planner()
    factor, offset = 10, 1000
    sources, targets = [], []
    for i in range(n):
        source, target = Variable('s%d' % i, i), Variable('t%d' % i, 0)
        planner.add(Stay(WEAK, source))
        planner.add(Scale(REQUIRED, source, factor, offset, target))
        sources.append(source)
        targets.append(target)
    for i in range(n):
        change(planner, sources[i], [i + 7])
    return sum(t.value for t in targets)


def run():
    return chain(400), projection(600)


EXPECTED = (19, 2439000)
