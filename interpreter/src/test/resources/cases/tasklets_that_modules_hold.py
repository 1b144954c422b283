# tasklets that only an imported module holds are saved, and come back in place of those that its import starts
with open('keeps_tasklets.py', 'w') as f:
    f.write("""
import stackless

inbox = stackless.channel()

class Office:
    clerk = None

def work(name):
    got = []
    while True:
        got.append(inbox.receive())
        print(name, got)

def hidden():
    t = stackless.tasklet(work)('hidden')
    return lambda: t.alive

is_alive = hidden()
worker = stackless.tasklet(work)('worker')
stackless.tasklet(print)('imported')

def start():
    Office.clerk = stackless.tasklet(work)('clerk')
""")
import stackless, _picklejar_state as state

import keeps_tasklets as k

k.start()
stackless.run()
for i in range(3):
    k.inbox.send(i)
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
import keeps_tasklets as k

for i in range(3, 6):
    k.inbox.send(i)
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
import keeps_tasklets as k

stackless.run()
print(k.inbox.balance, k.is_alive(), k.Office.clerk.blocked, k.worker.blocked)
for i in range(6, 9):
    k.inbox.send(i)
stackless.run()
# expect: -3 True True True
# expect: hidden [0, 3, 6]
# expect: worker [1, 4, 7]
# expect: clerk [2, 5, 8]
