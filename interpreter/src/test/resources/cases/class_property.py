# an object with a property __class__ makes save() run its code
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
calls = []


class C:
    @property
    def __class__(self):
        calls.append(1)
        return int


x = C()


def job():
    y = x
    c.receive()
    out.append(len(calls))


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
# expect: 0
