# loading calls __init__ of an exception again
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
made = []


class E(Exception):
    def __init__(self, *a):
        made.append(1)
        super().__init__(*a)


def job():
    try:
        raise E('x')
    except E as e:
        c.receive()
    out.append(len(made))


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
