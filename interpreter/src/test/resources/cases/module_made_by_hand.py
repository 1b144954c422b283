# a module that is not in sys.modules has to go by value
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import types


def job():
    m = types.ModuleType('made_by_hand')
    m.x = 5
    exec('def f(): return x', m.__dict__)
    c.receive()
    out.extend([m.x, m.f()])


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
# expect: 5 5
