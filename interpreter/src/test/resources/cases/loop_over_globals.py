# a loop over the namespace of the cells goes on behind the name it was at, whatever else the new process has there
import stackless, _picklejar_state as state

c = stackless.channel()
out = []
first = second = third = fourth = None


def job():
    forth = iter(globals())
    while next(forth) != 'first':
        pass
    back = reversed(globals().items())
    while next(back)[0] != 'third':
        pass
    unused = iter(globals().values())
    c.receive()
    out.append([next(forth), next(forth), next(back)[0], next(unused)])
    out.append(len(list(unused)) == len(globals()) - 1)


t = stackless.tasklet(job)()
stackless.run()
state.save('case.state')
# ==== fresh process
others = 1
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
c.send(None)
print(*out)
# expect: ['second', 'third', 'second', '__main__'] True
