# an enumeration in the making with auto() cannot be saved
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
import enum


def job():
    class E(enum.Enum):
        @staticmethod
        def _generate_next_value_(name, start, count, last):
            c.receive()
            return name.lower()

        A = enum.auto()

    out.append(E.A.value)


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
# expect: a
