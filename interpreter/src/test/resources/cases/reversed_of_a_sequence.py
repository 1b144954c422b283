# loading calls __len__ of the sequence that reversed() runs through
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
calls = []


class S:
    def __len__(self):
        calls.append(1)
        return 3

    def __getitem__(self, i):
        c.receive()
        return i


def job():
    out.extend([list(reversed(S())), len(calls)])


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
# expect: [2, 1, 0] 1
