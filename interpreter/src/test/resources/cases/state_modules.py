# the manifest names the modules from which functions came by "from m import f"
import stackless, _picklejar_state as state

with open('case_helper.py', 'w') as f:
    f.write('def helper(v): return v\n')
from case_helper import helper

c = stackless.channel()


def job():
    helper(c.receive())


t = stackless.tasklet(job)()
stackless.run()
print(state.save('case.state')['modules'])
# expect: ['case_helper']
