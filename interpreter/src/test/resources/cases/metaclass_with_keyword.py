# a class whose metaclass wants a keyword: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class M(type):
    def __new__(m, name, bases, ns, *, tag):
        k = super().__new__(m, name, bases, ns)
        k.tag = tag
        return k

    def __init__(k, name, bases, ns, *, tag):
        super().__init__(name, bases, ns)


class A(metaclass=M, tag='t'):
    pass


def job():
    a = A()
    c.receive()
    out.append(a.tag)


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
# expect: t
