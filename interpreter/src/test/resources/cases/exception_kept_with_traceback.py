# an exception that is kept in a list has lost its traceback
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def f():
    raise ValueError(1)


def job():
    kept = []
    try:
        f()
    except ValueError as e:
        kept.append(e)
    c.receive()
    out.append(kept[0].__traceback__ is not None)


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
# expect: True
