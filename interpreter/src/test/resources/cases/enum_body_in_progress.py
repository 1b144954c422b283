# the body of an enumeration waits: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import enum


def job():
    class E(enum.Enum):
        A = 1
        c.receive()
        B = 2

    out.extend([E.A.value, E(2).name])


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
# expect: 1 B
