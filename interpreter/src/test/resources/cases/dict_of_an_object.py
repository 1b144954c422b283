# a local that is the __dict__ of an object is a copy afterwards
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


class C:
    pass


def job():
    x = C()
    d = x.__dict__
    c.receive()
    d['a'] = 1
    out.append(getattr(x, 'a', 'lost'))


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
