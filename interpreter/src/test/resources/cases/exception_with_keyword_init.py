# an exception with keyword-only arguments: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class E(Exception):
    def __init__(self, *, code):
        self.code = code


def job():
    try:
        raise E(code=3)
    except E as e:
        c.receive()
        out.append(e.code)


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
