# os.environ comes back as a copy that the process does not see
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import os


def job():
    e = os.environ
    c.receive()
    e['PJ_CASE'] = '1'
    out.extend([e is os.environ, os.environ.get('PJ_CASE')])


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
# expect: True 1
