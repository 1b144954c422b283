# __cause__, __context__ and __suppress_context__ of a handled exception are lost
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def job():
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise KeyError('k') from z
    except KeyError as e:
        c.receive()
        out.extend([type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__])
    pass


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
# expect: ZeroDivisionError ZeroDivisionError True
