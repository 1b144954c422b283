# a local that is the traceback of an exception is another one afterwards
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def job():
    try:
        1 / 0
    except ZeroDivisionError as e:
        err, tb = e, e.__traceback__
    c.receive()
    out.append(err.__traceback__ is tb)


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
