# an object that is a key in a dict of its own: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class N:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, o):
        return self.name == o.name


def job():
    a = N('a')
    a.d = {a: 1}
    c.receive()
    out.append(a.d[N('a')])


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
# expect: 1
