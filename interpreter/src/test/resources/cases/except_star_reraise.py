# stopped by ticks while the rest of a group is put together: the group is lost
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def f():
    try:
        raise ExceptionGroup('g', [ValueError(1), OSError(2)])
    except* ValueError:
        raise RuntimeError('r')


def job():
    try:
        f()
    except BaseException as e:
        out.append([type(x).__name__ for x in getattr(e, 'exceptions', [e])])


for ticks in range(1, 60):
    t = stackless.tasklet(job)()
    stackless.run(ticks)
    if not t.alive:
        break
    state.save('case%d.state' % ticks, [t.__number__])
    t.kill()
# ==== fresh process
import stackless, os, _picklejar_state as state

wrong = []
for ticks in range(1, 60):
    if os.path.exists('case%d.state' % ticks):
        try:
            state.load(state.read('case%d.state' % ticks), replace=True)
            if not t.scheduled:
                t.insert()
            stackless.run()
            if repr(out[-1]) != "['RuntimeError', 'ExceptionGroup']":
                wrong.append((ticks, out[-1]))
        except BaseException as e:
            wrong.append((ticks, '%s: %s' % (type(e).__name__, e)))
print(len(wrong), wrong[:2])
# expect: 0 []
