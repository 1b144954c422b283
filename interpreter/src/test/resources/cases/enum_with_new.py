# an enumeration with a __new__ of its own: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import enum


class E(bytes, enum.Enum):
    def __new__(cls, value, label):
        o = bytes.__new__(cls, [value])
        o._value_ = value
        o.label = label
        return o

    A = (1, 'one')
    B = (2, 'two')


def job():
    e = E.B
    c.receive()
    out.extend([e.label, E(1).label])


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
# expect: two one
