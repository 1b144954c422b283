# class C[T] goes by value: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class Stack[T]:
    def __init__(self):
        self.a: list[T] = []

    def push(self, x: T) -> 'Stack[T]':
        self.a.append(x)
        return self


def job():
    s = Stack[int]().push(1)
    c.receive()
    out.extend([*s.push(2).a, Stack.__type_params__[0]])


t = stackless.tasklet(job)()
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
while t.blocked:
    c.send(None)
    stackless.run()
print(*out)
# expect: 1 2 T
