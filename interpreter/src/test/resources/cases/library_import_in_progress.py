# stopped by ticks while a module of the library is imported for the first time: its body goes on in a module that load() has imported already
import stackless, _picklejar_state as state

c = stackless.channel()
out = []


def job():
    import copy

    out.append(copy.copy([1]))


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
            if repr(out[-1]) != '[1]':
                wrong.append((ticks, out[-1]))
        except BaseException as e:
            wrong.append((ticks, '%s: %s' % (type(e).__name__, e)))
print(len(wrong), wrong[:2])
# expect: 0 []
