# re.Scanner waits in a callback: saved, but cannot be loaded
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import re


def job():
    def number(s, text):
        c.receive()
        return int(text)

    out.extend(re.Scanner([(r'[0-9]+', number), (r' +', None)]).scan('1 22')[0])


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
# expect: 1 22
