# a struct.Struct cannot be saved
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import struct


def job():
    s = struct.Struct('<h')
    c.receive()
    out.append(s.pack(1))


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
# expect: b'\x01\x00'
