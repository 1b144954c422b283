# loading calls __setitem__ of a dict subclass, which counts (or waits) again
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
calls = []


class D(dict):
    def __setitem__(self, k, v):
        calls.append(k)
        super().__setitem__(k, v)


d = D()
d['a'] = 1


def job():
    c.receive()
    out.extend([d, calls])


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
# expect: {'a': 1} ['a']
