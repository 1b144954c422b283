# a class that exec() made in a dict of its own cannot be saved
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def job():
    d = {}
    exec('class C:\n    k = 5\no = C()', d)
    c.receive()
    out.extend([d['o'].k, isinstance(d['o'], d['C'])])


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
# expect: 5 True
