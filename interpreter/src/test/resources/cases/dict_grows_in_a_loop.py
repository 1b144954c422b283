# a loop over a dict that grows has to end with RuntimeError
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def job():
    d = {'a': 1, 'b': 2}
    try:
        for k in d:
            c.receive()
            d[k + 'x'] = 1
    except RuntimeError as e:
        out.append(e)
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
# expect: dictionary changed size during iteration
