# loading a class calls __new__ and __init__ of its metaclass again: a registry is filled twice
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
registry = []


class M(type):
    def __new__(m, name, bases, ns):
        registry.append(name)
        return super().__new__(m, name, bases, ns)


class A(metaclass=M):
    pass


class B(A):
    pass


def job():
    b = B()
    c.receive()
    out.extend(registry)


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
# expect: A B
