# __new__ with an argument waits: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class C:
    def __new__(cls, v):
        o = super().__new__(cls)
        c.receive()
        o.v = v
        return o


def job():
    out.append(C(3).v)


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
# expect: 3
