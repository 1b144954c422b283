# a tasklet that only an imported module holds is told, since no state has it
with open('keeps_a_tasklet.py', 'w') as f:
    f.write("""
import stackless

inbox = stackless.channel()

def start():
    stackless.tasklet(lambda: print(inbox.receive()))()
""")
import stackless, keeps_a_tasklet, _picklejar_state as state

other = stackless.channel()
mine = stackless.tasklet(other.receive)()
keeps_a_tasklet.start()
stackless.run()
print([(t.blocked, name) for t, name in state.left_behind()])
print([t is mine for t in state.all_tasklets()])
inbox = keeps_a_tasklet.inbox
print(state.left_behind(), len(state.all_tasklets()))
# expect: [(True, 'keeps_a_tasklet')]
# expect: [True]
# expect: [] 2
