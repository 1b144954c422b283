# a cycle through a set whose members hash by an attribute: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class N:
    def __init__(self, name):
        self.name, self.next = name, set()

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, o):
        return self.name == o.name


def job():
    a, b = N('a'), N('b')
    a.next.add(b)
    b.next.add(a)
    c.receive()
    out.extend([a in b.next, b in a.next])


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
# expect: True True
