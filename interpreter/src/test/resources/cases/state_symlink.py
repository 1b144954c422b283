# saving to a symbolic link writes what it points to
import os, stackless, _picklejar_state as state

c = stackless.channel()
t = stackless.tasklet(c.receive)()
stackless.run()
open('case_target.state', 'w').close()
os.symlink('case_target.state', 'case.state')
state.save('case.state')
print(os.path.islink('case.state'), os.path.getsize('case_target.state') > 0)
# expect: True True
