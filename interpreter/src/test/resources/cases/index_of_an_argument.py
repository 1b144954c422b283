# __index__ of an argument waits: cannot be saved
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class I:
    def __index__(self):
        c.receive()
        return 2


def job():
    out.extend([list(range(I())), hex(I())])


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
# expect: [0, 1] 0x2
