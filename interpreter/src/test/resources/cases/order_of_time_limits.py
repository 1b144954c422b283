# sleepers whose times are a millisecond apart wake in the order of these also when much stands between them in a state
import stackless, stackless.io, time, _picklejar_state as state

log = []
end = time.monotonic() + 3


def sleeper(name, later, data):
    stackless.io.sleep(end + later - time.monotonic())
    log.append((name, len(data)))


sleepers = [stackless.tasklet(sleeper)(n, 0.001 * (10 - n), [[] for _ in range(2000 * n)]) for n in range(10)]
for _ in sleepers:
    stackless.schedule()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
stackless.main_loop()
print(*(name for name, _ in log))
# expect: 9 8 7 6 5 4 3 2 1 0
