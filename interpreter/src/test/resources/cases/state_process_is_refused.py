# a tasklet that holds a running process is saved without a word; what is restored waits for a process that is not its child
import stackless, subprocess, _picklejar_state as state

c = stackless.channel()


def job():
    p = subprocess.Popen(['sleep', '30'])
    c.receive()
    p.kill()
    p.wait()


t = stackless.tasklet(job)()
stackless.run()
try:
    state.save('case.state')
    print('saved')
except Exception as e:
    print('refused', 'Popen' in str(e))
c.send(None)
# expect: refused True
